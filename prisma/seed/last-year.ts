import { openOnlineVoting } from '~/ballots/open-online-voting.server'
import { conveneSecondSession } from '~/meetings/session/convene-second-session.server'
import { addDays } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { coordinator, officer } from './actors'
import { annualAgenda, preparationAgenda } from './agendas'
import { memberNamed } from './attendance'
import type { DemoCalendar } from './calendar'
import { answer, convene, postLetters } from './convening'
import { addDocument } from './documents'
import { DUES } from './dues'
import { itemIds, OFFICE_ROOM, PLACE, prepareMeeting } from './meetings'
import { presidentSigns, writeMinutes } from './minutes'
import { balance, budget, managementReport, treasurerReport } from './papers'
import { missQuorum, sit } from './sitting'
import { vote, voteByHands, voteOnline } from './voting'

const BUREAU = ['Vasseur', 'Benhaddou', 'Œuvrard', 'Nguyen', 'Lambert']

/** The Bureau of last year prepares the annual assembly. */
export async function lastPreparation(db: Db, { lastPreparation: date, failed }: DemoCalendar): Promise<void> {
  const sentOn = addDays(date, -12)
  const desk = await coordinator(db, instantOf(addDays(sentOn, -1), '15:00'))
  const meetingId = await prepareMeeting(
    desk,
    { body: 'bureau', date, time: '12:30', place: OFFICE_ROOM },
    preparationAgenda(`l’assemblée du ${plainDate(failed)}`),
  )
  await convene(db, meetingId, sentOn)
  await sit(db, { meetingId, date, time: '12:30', present: BUREAU }, [(chair) => vote(chair, meetingId, 1)])
  const minutesId = await writeMinutes(db, meetingId, date, {
    opening: 'La Présidente rappelle que l’assemblée de l’an passé avait réuni onze membres de justesse.',
    debates: [
      'La trésorière présente le projet de comptes. Le Bureau souhaite que les documents partent avec la convocation.',
      'Les deux plages de consultations non programmées sont tenues. Le parcours insuffisance cardiaque compte ses premiers patients.',
    ],
    closing: '',
  })
  await presidentSigns(db, minutesId, addDays(date, 3))
}

/** The annual assembly of last year: its first session misses the quorum by one member. Returns its id. */
export async function failedAssembly(db: Db, calendar: DemoCalendar): Promise<string> {
  const { failed, due, accountsOfYear } = calendar
  const sentOn = addDays(failed, -25)
  const desk = await coordinator(db, instantOf(addDays(sentOn, -4), '10:00'))
  const honorary = await memberNamed(db, 'Ménard')
  const agenda = annualAgenda(
    {
      accountsOfYear: accountsOfYear - 1,
      due,
      dues: DUES,
      honorary: {
        id: honorary.id,
        name: honorary.label,
        reason: 'après trente-neuf ans d’exercice au Perreux-sur-Marne',
      },
    },
    '2 940,15 €',
    '231 800 €',
  )
  const meetingId = await prepareMeeting(
    desk,
    { body: 'ago', date: failed, time: '19:30', place: PLACE, accountsOfYear: accountsOfYear - 1 },
    [
      ...agenda,
      {
        title: 'Adhésion à un groupement d’employeurs',
        kind: 'VOTE',
        resolutions: [
          {
            effect: 'none',
            title: 'Groupement d’employeurs',
            text: 'L’assemblée décide l’adhésion de l’association au groupement d’employeurs des CPTS du département.',
            secret: 'on',
          },
        ],
      },
    ],
  )
  const [accounts, plan] = await itemIds(db, meetingId)
  const papers = [managementReport, balance, treasurerReport].map((paper) => paper(accountsOfYear - 1))
  for (const paper of papers) await addDocument(desk, { meetingId, agendaItemId: accounts, paper, open: true })
  await addDocument(desk, { meetingId, agendaItemId: plan, paper: budget(accountsOfYear), open: true })
  await convene(db, meetingId, sentOn)
  await answer(db, meetingId, sentOn, {
    coming: ['Benhaddou', 'Nguyen', 'Lambert', 'Delaunay'],
    absent: ['Ouedraogo', 'Tessier', 'EHPAD La Roseraie'],
    proxies: [
      ['Œuvrard', 'Vasseur'],
      ['Garnier', 'Delaunay'],
    ],
  })
  await missQuorum(db, {
    meetingId,
    date: failed,
    time: '19:30',
    present: ['Vasseur', 'Benhaddou', 'Nguyen', 'Lambert', 'Delaunay'],
  })
  const minutesId = await writeMinutes(db, meetingId, failed, { opening: '', debates: [], closing: '' })
  await presidentSigns(db, minutesId, addDays(failed, 2))
  return meetingId
}

const IN_THE_ROOM = [
  'Vasseur',
  'Benhaddou',
  'Nguyen',
  'Lambert',
  'Delaunay',
  'Ouedraogo',
  'Roussel',
  'Lefèvre',
  'Perrin',
  'Maison de santé des Bords de Marne',
  'Pharmacie du Viaduc',
  'Aubry',
]

/** Its second session, two weeks later: everything is decided, one resolution is lost. */
export async function secondSession(db: Db, { failed, second }: DemoCalendar, failedId: string): Promise<void> {
  const sentOn = addDays(failed, 1)
  const president = await officer(db, 'president', instantOf(sentOn, '09:10'))
  const { meetingId } = await conveneSecondSession(president, {
    failedMeetingId: failedId,
    date: second,
    time: '19:30',
    place: PLACE,
  })
  await postLetters(db, meetingId, sentOn)
  await answer(db, meetingId, sentOn, {
    coming: ['Benhaddou', 'Nguyen', 'Lambert', 'Lefèvre', 'Roussel'],
    absent: ['Laboratoire Biomarne'],
    proxies: [
      ['Œuvrard', 'Vasseur'],
      ['Garnier', 'Delaunay'],
      ['Diallo', 'Perrin'],
    ],
  })
  const opensAt = instantOf(second, '19:30').subtract({ hours: 71 })
  await openOnlineVoting({ db, actor: null, now: opensAt }, { meetingId })
  await voteOnline(db, meetingId, ['Moreau', 'EHPAD La Roseraie'], opensAt.add({ hours: 20 }))
  await sit(db, { meetingId, date: second, time: '19:30', present: IN_THE_ROOM }, [
    (chair) => vote(chair, meetingId, 1, { ABSTAIN: ['Roussel'] }),
    (chair) => voteByHands(chair, meetingId, 2, ['Claire Nguyen', 'Antoine Roussel']),
    (chair) => vote(chair, meetingId, 3, { AGAINST: ['Perrin', 'Diallo'], BLANK: ['Lefèvre'] }),
    (chair) => vote(chair, meetingId, 4),
    (chair) =>
      vote(chair, meetingId, 5, {
        AGAINST: ['Vasseur', 'Nguyen', 'Œuvrard', 'Lambert', 'Ouedraogo', 'Delaunay', 'Garnier'],
      }),
  ])
  const minutesId = await writeMinutes(db, meetingId, second, {
    opening: 'La Présidente remercie les membres revenus après la première session, restée sans quorum.',
    debates: [
      'Le Dr Lefèvre demande le détail des indemnités de mission ; la trésorière le donne, mission par mission.',
      'La part du numérique augmente avec l’agenda partagé. Aucune observation.',
      'Deux membres jugent la hausse trop forte pour les remplaçants. Il est répondu que la cotisation reste la même pour tous les membres actifs.',
      'L’assemblée salue le Dr Ménard.',
      'Le coût d’entrée et la durée de l’engagement sont discutés. Plusieurs membres préfèrent attendre un an.',
    ],
    closing: 'La Présidente annonce l’ouverture du parcours insuffisance cardiaque.',
  })
  await presidentSigns(db, minutesId, addDays(second, 4))
}
