import {
  createReadableStreamFromReadable,
  type AppLoadContext,
  type EntryContext,
  type HandleErrorFunction,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { sayFaultsInFrench } from '~/platform/french/field-errors'
import { withoutNul } from '~/platform/http/without-nul.server'
import { log } from '~/platform/log.server'
import { NonceContext } from '~/platform/nonce'

sayFaultsInFrench()

export const streamTimeout = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('user-agent') ?? '')
  return new Promise((resolve, reject) => {
    let code = status
    const send = () => {
      const body = withoutNul()
      // else each request's whole tree is held until the timer: hundreds of MB under load
      body.once('close', () => clearTimeout(timer))
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        ...(whole ? { onAllReady: send } : { onShellReady: send }),
        onShellError: reject,
        onError(error) {
          code = 500
          log().error({ err: error }, 'rendering failed')
        },
      },
    )
    const timer = setTimeout(abort, streamTimeout + 1_000)
  })
}

/** What a loader or an action threw without meaning it as an answer. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return
  // a file that is not for whoever asks: its route threw the status
  if (isRouteErrorResponse(error) && error.status < 500) return
  log().error({ err: error, method: request.method }, 'unexpected error')
}
