/** The site as its sources are at each request: it is made anew when one of those that it came from was edited. */
export async function siteOf(vite, load) {
  let last = {}
  const appOfNow = async () => {
    const [{ createApp }, build] = await Promise.all([load('/app/run/http/app.ts'), load('virtual:remix/server-build')])
    if (last.createApp !== createApp || last.build !== build)
      last = { createApp, build, app: createApp(build, { mode: 'development', files: loosened }) }
    return last.app
  }
  // the first reading of all sources takes seconds: before the address is told
  await appOfNow()

  let broken = false
  // a page that told of a fault is asked again when something was edited; so are the previews of mails
  vite.watcher.on('change', (file) => {
    if (broken || file.includes('/emails/')) vite.ws.send({ type: 'full-reload' })
  })
  const answer = async (req, res) => {
    const { mailPreview } = await load('/app/run/dev/mail-preview.ts')
    const preview = await mailPreview(req.url)
    const app = await appOfNow()
    broken = false
    if (preview === null) app(req, res)
    else sendPage(res, 200, preview)
  }
  const tell = (error, res) => {
    broken = true
    vite.ssrFixStacktrace(error)
    console.error(error)
    sendPage(res, 500, `${RELOADS}<pre>${escaped(error.stack ?? String(error))}</pre>`)
  }
  return (req, res) => vite.middlewares(req, res, () => answer(req, res).catch((error) => tell(error, res)))
}

const RELOADS = '<!doctype html><meta charset="utf-8"><script type="module" src="/@vite/client"></script>'
const escaped = (text) => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
const sendPage = (res, status, html) => res.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(html)

/** Vite's client writes styles into the page and speaks with the server by WebSocket: both are for development only. */
function loosened(_req, res, next) {
  const policy = res.get('Content-Security-Policy').replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  res.set('Content-Security-Policy', `${policy}; connect-src 'self' ws:`)
  next()
}
