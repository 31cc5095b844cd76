import { expect, test } from 'vitest'
import { unzipped, zipParts } from '~/platform/spreadsheet/read-zip.server'
import { zip } from '~/platform/spreadsheet/zip.server'

async function written(...entries: Parameters<typeof zip>[0]): Promise<Buffer> {
  return Buffer.concat(await zip(entries).toArray())
}

test('what was written is read back, accents and files of several pieces included; the same data gives the same bytes', async () => {
  const entries = [
    { name: 'é.xml', content: ['<a>', 'Œuvre « 1 »', '</a>'] },
    { name: 'vide.txt', content: [] },
    { name: 'grand.txt', content: Array.from({ length: 5_000 }, (_, line) => `ligne ${line}\n`) },
  ]
  const archive = await written(...entries)
  const parts = zipParts(archive)!
  expect(parts.map(({ name }) => name)).toEqual(entries.map(({ name }) => name))
  for (const [index, part] of parts.entries())
    expect((await unzipped(archive, part))?.toString()).toBe(entries[index]!.content.join(''))
  expect(await written(...entries)).toEqual(archive)
})

test('a failure of what is written is a failure of the archive: no half a file passes for a whole one', async () => {
  async function* broken() {
    yield 'une ligne'
    throw new Error('the database left')
  }
  await expect(written({ name: 'a.txt', content: broken() })).rejects.toThrow('the database left')
})

test('whoever stops reading stops the writing', async () => {
  let stopped = () => {}
  const ended = new Promise<void>((resolve) => (stopped = resolve))
  async function* endless() {
    try {
      for (let line = 0; ; line += 1) yield `${line} ${'x'.repeat(1_000)}\n`
    } finally {
      stopped()
    }
  }
  for await (const piece of zip([{ name: 'a.txt', content: endless() }])) {
    expect(piece.length).toBeGreaterThan(0)
    break
  }
  await ended
})
