import { addMembers } from '../../support/builders'
import { db, disconnect } from '~/platform/db.server'
import { answer, handed } from './handed'

const CHUNK = 4_000
const { upTo } = await handed<{ upTo: number }>()

// Prisma sends each row's values apart: some thousands at a time
for (let count = await db().member.count(); count < upTo; count = await db().member.count())
  await addMembers(db(), { category: 'active', count: Math.min(CHUNK, upTo - count), name: `Membre${count}` })
await db().$executeRaw`analyze`
answer({ members: await db().member.count() })
await disconnect()
