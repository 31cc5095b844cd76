import fs from 'node:fs'

const { dependencies } = JSON.parse(fs.readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

/**
 * The packages that a production install holds (`npm ci --omit=dev`): programs import them as they are. Whatever else the
 * product uses, a development package such as react-email, is taken into the build.
 */
export const PRODUCTION_PACKAGES = Object.keys(dependencies)
