import fs from 'node:fs'

/** The watcher tells of one file at most once in so many milliseconds, and drops the rest. */
const DEAF_MS = 50

const writtenAt = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs

/** Has the watcher tell also of an edit that follows another at once, as when a formatter writes what was just saved. */
export function seeEveryEdit(watcher) {
  watcher.on('change', (file) => {
    const told = writtenAt(file)
    setTimeout(() => writtenAt(file) === told || watcher.emit('change', file), 2 * DEAF_MS)
  })
}
