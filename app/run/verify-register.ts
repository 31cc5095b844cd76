import { verifyRegister } from '~/minutes/verify-register.server'
import { db, disconnect } from '~/platform/db.server'

const result = await verifyRegister(db())
await disconnect()
if (result.ok)
  console.log(
    `registres vérifiés : ${result.entries} entrées${result.head ? `, dernière empreinte ${result.head}` : ''}`,
  )
else {
  console.error(`registre « ${result.stream} », entrée n° ${result.seq} : ${result.fault}`)
  process.exitCode = 1
}
