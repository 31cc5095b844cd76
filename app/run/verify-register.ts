import { verifyReceipts } from '~/dues/receipts/verify-receipts.server'
import { verifyRegister } from '~/minutes/verify-register.server'
import { db, disconnect } from '~/platform/db.server'

const minutes = await verifyRegister(db())
const receipts = await verifyReceipts(db())
await disconnect()
if (minutes.ok && receipts.ok) {
  const head = minutes.head ? `, dernière empreinte des délibérations ${minutes.head}` : ''
  console.log(`registres vérifiés : ${minutes.entries + receipts.entries} entrées${head}`)
}
for (const result of [minutes, receipts]) {
  if (result.ok) continue
  console.error(`registre « ${result.stream} », entrée n° ${result.seq} : ${result.fault}`)
  process.exitCode = 1
}
