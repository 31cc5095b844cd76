import { currentInstant } from '~/platform/clock.server'
import { db, disconnect } from '~/platform/db.server'
import { seedDemo } from '../../prisma/seed'

await seedDemo(db(), currentInstant())
await disconnect()
