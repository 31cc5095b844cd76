import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'

const SPREAD_MS = 500
const FALLBACK_MS = 15_000

/**
 * Loads the page's facts again whenever something happens in the meeting. Many phones hear it at once: each waits a
 * moment of its own, and what comes meanwhile is one reload. True while the page is connected.
 */
export function useLive(meetingId: string, lastEventId: string, options: { everyMs?: number } = {}): boolean {
  const { everyMs } = options
  const { revalidate } = useRevalidator()
  const [connected, setConnected] = useState(true)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        revalidate()
      }, Math.random() * SPREAD_MS)
    }
    const source = new EventSource(`/assemblees/${meetingId}/evenements?apres=${lastEventId}`)
    for (const kind of ['attendance', 'quorum', 'ballot-opened', 'ballot-closed', 'vote-replaced', 'state'])
      source.addEventListener(kind, soon)
    source.onopen = () => setConnected(true)
    source.onerror = () => setConnected(false)
    // the browser gives up on some answers; the page then asks by itself
    const fallback = setInterval(() => source.readyState === EventSource.CLOSED && soon(), FALLBACK_MS)
    const polled = everyMs ? setInterval(revalidate, everyMs) : undefined
    return () => {
      source.close()
      clearInterval(fallback)
      clearInterval(polled)
      clearTimeout(timer)
    }
    // begins once after the id of the first load: later loads are caused by what the stream has told
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [meetingId, everyMs])

  return connected
}
