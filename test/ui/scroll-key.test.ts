import { expect, test } from 'vitest'
import { scrollKey } from '~/ui/scroll-key'

const named = (hash: string) => scrollKey({ key: 'default', hash })

test('links to places of one page share no name, so that none is sent back to where another was left', () => {
  const names = [named('#art-1'), named('#art-2'), named('#art-1')]
  expect(new Set(names).size).toBe(3)
})

test('an entry that the router made keeps its own name, and is found again where it was left', () => {
  expect(scrollKey({ key: 'a1b2', hash: '#art-1' })).toBe('a1b2')
  expect(named('')).toBe('default')
})
