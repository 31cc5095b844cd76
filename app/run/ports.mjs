import { createServer } from 'node:net'

/** A free TCP port on the loopback address: `wanted` itself, else any other (0 asks for any). */
export function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause) => (wanted ? resolve(freePort(0)) : reject(new Error('aucun port libre', { cause }))))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Whether nobody listens on this port of this address. */
export function isPortFree(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}
