import { currentInstant } from '~/platform/clock.server'
import { db, disconnect } from '~/platform/db.server'
import { seedDemo } from '../../prisma/seed'

try {
  await seedDemo(db(), currentInstant())
} catch (error) {
  // uncaught, node would print the line of the bundle where it was thrown: a screen of minified code
  console.error(error)
  process.exitCode = 1
}
await disconnect()
