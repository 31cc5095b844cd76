import fs from 'node:fs'

const INSTALLED = 'node_modules/.package-lock.json'

/** Whether node_modules holds what the lock file asks for: `npm ci` over a good one would take a minute for nothing. */
export function areDependenciesInstalled() {
  if (!fs.existsSync(INSTALLED)) return false
  const installed = packagesOf(INSTALLED)
  return Object.entries(packagesOf('package-lock.json')).every(
    ([name, { version, optional }]) =>
      name === '' || installed[name]?.version === version || (optional && !installed[name]),
  )
}

const packagesOf = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages
