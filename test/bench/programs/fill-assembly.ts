import { db, disconnect } from '~/platform/db.server'
import { answer, handed } from './handed'
import { buildScene } from './scene'

answer(await buildScene(db(), await handed<{ voters: number; resolutions: number }>()))
await disconnect()
