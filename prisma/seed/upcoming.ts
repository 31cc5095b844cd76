import { addDays, addYears } from '~/statutes/civil-date'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { coordinator } from './actors'
import { annualAgenda } from './agendas'
import { memberNamed } from './attendance'
import type { DemoCalendar } from './calendar'
import { addDocument } from './documents'
import { DUES } from './dues'
import { itemIds, PLACE, prepareMeeting } from './meetings'
import { balance, budget, managementReport, treasurerReport } from './papers'

/** The assembly that is being prepared: its agenda stands, half of its documents are open, nobody is convened yet. */
export async function seedUpcoming(
  db: Db,
  { assembly, accountsOfYear, today, preparation, due }: DemoCalendar,
): Promise<void> {
  const desk = await coordinator(db, instantOf(addDays(preparation, 1), '09:40'))
  const honorary = await memberNamed(db, 'Marchetti')
  const agenda = annualAgenda(
    {
      accountsOfYear,
      due: addYears(due, 1),
      dues: { founder: DUES.founder + 1_000, active: DUES.active + 500 },
      honorary: { id: honorary.id, name: honorary.label, reason: 'qui cesse son activité' },
    },
    '4 312,60 €',
    '268 400 €',
  )
  const meetingId = await prepareMeeting(
    desk,
    { body: 'ago', date: assembly, time: '19:00', place: PLACE, accountsOfYear },
    [
      ...agenda,
      {
        title: 'Barème des indemnités de mission',
        kind: 'VOTE',
        notes: 'Scrutin secret proposé par le Bureau.',
        resolutions: [
          {
            effect: 'none',
            title: 'Barème des indemnités de mission',
            text: 'L’assemblée approuve le barème des indemnités versées aux membres qui portent une mission du projet de santé, à l’exclusion des fonctions exercées au Bureau.',
            secret: 'on',
          },
        ],
      },
      { title: 'Ouverture des consultations non programmées à Joinville-le-Pont', kind: 'INFORMATION' },
    ],
  )
  const [accounts, plan] = await itemIds(db, meetingId)
  const later = await coordinator(db, instantOf(addDays(today, -2), '17:20'))
  const about = { meetingId, agendaItemId: accounts }
  await addDocument(later, { ...about, paper: managementReport(accountsOfYear), open: true })
  await addDocument(later, { ...about, paper: balance(accountsOfYear), open: true })
  await addDocument(later, { ...about, paper: treasurerReport(accountsOfYear), open: false })
  await addDocument(later, { meetingId, agendaItemId: plan, paper: budget(accountsOfYear + 1), open: false })
}
