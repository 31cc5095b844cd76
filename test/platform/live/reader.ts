/** Reads a stream of server-sent events until it is stopped or ends. */
export function read(response: Response) {
  const ids: number[] = []
  const events: string[] = []
  const reader = response.body?.getReader()
  const done = (async () => {
    const decoder = new TextDecoder()
    let rest = ''
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const id = /^id: (\d+)$/m.exec(block)?.[1]
        if (id) ids.push(Number(id))
        events.push(block)
      }
    }
  })().catch(() => undefined)
  return { ids, events, done, stop: async () => (await reader?.cancel(), done) }
}

export async function until(condition: () => boolean, ms = 8_000) {
  const deadline = performance.now() + ms
  while (!condition() && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20))
}
