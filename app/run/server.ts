import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { createApp } from './http/app'
import { serve } from './serve'
import { tasks } from './tasks'

await serve({
  tasks: async () => tasks,
  site: async () => {
    const build: ServerBuild = await import(pathToFileURL(path.resolve('build/site/server/index.js')).href)
    return createApp(build)
  },
})
