import { addDays } from '~/statutes/civil-date'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { coordinator } from './actors'
import type { DemoCalendar } from './calendar'
import { addDocument } from './documents'
import { DUES } from './dues'
import { draftMeeting, type PlannedItem } from './meetings'
import { balance, budget, managementReport, treasurerReport } from './papers'

const agenda = ({ year, accountsOfYear }: DemoCalendar, honoraryId: string): PlannedItem[] => [
  {
    title: `Rapport d’activité et comptes de l’exercice ${accountsOfYear}`,
    kind: 'VOTE',
    resolutions: [
      {
        title: `Approbation des comptes ${accountsOfYear}`,
        text: `L’assemblée approuve les comptes de l’exercice ${accountsOfYear} tels qu’ils lui sont présentés, avec un excédent de 4 312,60 € affecté au fonds associatif, et donne quitus au Bureau pour sa gestion.`,
      },
    ],
  },
  {
    title: `Budget de l’année ${year + 1}`,
    kind: 'VOTE',
    resolutions: [
      {
        title: `Budget ${year + 1}`,
        text: `L’assemblée vote le budget de l’année ${year + 1}, équilibré en charges et en produits à 268 400 €.`,
      },
    ],
  },
  {
    title: `Cotisation de l’année ${year + 1}`,
    kind: 'VOTE',
    resolutions: [
      {
        title: `Cotisation ${year + 1}`,
        text: `L’assemblée fixe la cotisation ${year + 1} à 110 € pour les membres fondateurs et à 65 € pour les membres actifs, due le 31 mars ${year + 1}.`,
        effect: {
          kind: 'set-dues',
          year: year + 1,
          dueOn: `${year + 1}-03-31`,
          amounts: { founder: DUES.founder + 1_000, active: DUES.active + 500 },
        },
      },
    ],
  },
  {
    title: 'Titre de membre d’honneur',
    kind: 'VOTE',
    resolutions: [
      {
        title: 'Dr Bernard Marchetti, membre d’honneur',
        text: 'L’assemblée décerne au Dr Bernard Marchetti, qui cesse son activité, le titre de membre d’honneur.',
        effect: { kind: 'award-honorary', memberId: honoraryId },
      },
    ],
  },
  {
    title: 'Répartition des indemnités de mission',
    kind: 'VOTE',
    notes: 'Scrutin secret demandé par le Bureau.',
    resolutions: [
      {
        title: 'Barème des indemnités de mission',
        text: 'L’assemblée approuve le barème des indemnités versées aux membres qui portent une mission du projet de santé, à l’exclusion des fonctions exercées au Bureau.',
        secret: true,
      },
    ],
  },
  { title: 'Point d’information : ouverture de l’accès aux soins non programmés', kind: 'INFORMATION' },
]

/** The assembly that is being prepared: its agenda stands, half of its documents are open, nobody is convened yet. */
export async function seedUpcoming(db: Db, calendar: DemoCalendar, statutesId: string): Promise<void> {
  const { assembly, accountsOfYear, today, preparation, year } = calendar
  const { actor, now } = await coordinator(db, instantOf(addDays(preparation, 1), '09:40'))
  const honoraryMember = await db.member.findFirstOrThrow({ where: { lastName: 'Marchetti' }, select: { id: true } })
  const meetingId = await draftMeeting(db, {
    body: 'ago',
    title: 'Assemblée générale ordinaire annuelle',
    date: assembly,
    time: '19:00',
    place: 'Salle Emile-Zola, 2 rue de l’Hôtel-de-Ville, Nogent-sur-Marne',
    accountsOfYear,
    statutesId,
    items: agenda(calendar, honoraryMember.id),
    createdBy: actor.accountId,
    now,
  })
  const [accounts, plan] = await db.agendaItem.findMany({
    where: { meetingId },
    orderBy: { position: 'asc' },
    select: { id: true },
  })
  const opened = instantOf(addDays(today, -2), '17:20')
  const common = { meetingId, uploadedBy: actor.accountId }
  await addDocument(db, {
    ...common,
    agendaItemId: accounts?.id,
    paper: managementReport(accountsOfYear),
    openSince: opened,
    now: opened,
  })
  await addDocument(db, {
    ...common,
    agendaItemId: accounts?.id,
    paper: balance(accountsOfYear),
    openSince: opened,
    now: opened,
  })
  await addDocument(db, {
    ...common,
    agendaItemId: accounts?.id,
    paper: treasurerReport(accountsOfYear),
    openSince: null,
    now: opened,
  })
  await addDocument(db, { ...common, agendaItemId: plan?.id, paper: budget(year + 1), openSince: null, now: opened })
}
