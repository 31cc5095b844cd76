// What `npm run dev` starts: every request and every job is answered by the sources as they are at that moment.
import { createServer as createHttpServer } from 'node:http'
import { createServer as createVite } from 'vite'
import { seeEveryEdit } from './edits.mjs'
import { siteOf } from './site.mjs'

const server = createHttpServer()
const vite = await createVite({
  appType: 'custom',
  server: {
    middlewareMode: true,
    hmr: { server },
    // the embedded PostgreSQL writes there all the time
    watch: { ignored: [`${process.cwd()}/{data,build,test,test-results,playwright-report}/**`] },
  },
})
seeEveryEdit(vite.watcher)
const load = (module) => vite.ssrLoadModule(module)

/** The worker's tasks by their names of now; what each does is read when it is done. */
async function tasksOfNow() {
  const { tasks } = await load('/app/run/tasks.ts')
  const read = (name) => async (payload, helpers) => (await load('/app/run/tasks.ts')).tasks[name](payload, helpers)
  return Object.fromEntries(Object.keys(tasks).map((name) => [name, read(name)]))
}

const { serve } = await load('/app/run/serve.ts')
await serve({ server, tasks: tasksOfNow, site: async () => siteOf(vite, load) })
// the browsers' connections to Vite would keep the server open
for (const signal of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(signal, () => void vite.close())
