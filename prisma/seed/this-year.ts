import { addDays } from '~/statutes/civil-date'
import { plainDate } from '~/statutes/french'
import { instantOf } from '~/platform/clock.server'
import type { Db } from '~/platform/db.server'
import { coordinator } from './actors'
import { preparationAgenda } from './agendas'
import type { DemoCalendar } from './calendar'
import { convene } from './convening'
import { OFFICE_ROOM, prepareMeeting } from './meetings'
import { presidentSigns, writeMinutes } from './minutes'
import { sit } from './sitting'
import { vote } from './voting'

/** The Bureau admits two members (6.2-a). */
export async function admissionMeeting(db: Db, { admission: date }: DemoCalendar): Promise<void> {
  const sentOn = addDays(date, -11)
  const desk = await coordinator(db, instantOf(addDays(sentOn, -2), '10:30'))
  const meetingId = await prepareMeeting(desk, { body: 'bureau', date, time: '12:30', place: OFFICE_ROOM }, [
    {
      title: 'Admission de deux membres actifs',
      kind: 'VOTE',
      resolutions: [
        {
          effect: 'none',
          title: 'Admission de Mme Camille Poirier et de M. Yann Le Goff',
          text: 'Le Bureau admet, à l’unanimité de ses membres en fonction, Mme Camille Poirier, diététicienne, et M. Yann Le Goff, ergothérapeute, comme membres actifs.',
        },
      ],
    },
    { title: 'Soirée de formation', kind: 'DISCUSSION' },
  ])
  await convene(db, meetingId, sentOn)
  await sit(db, { meetingId, date, time: '12:30', present: ['Vasseur', 'Benhaddou', 'Œuvrard', 'Nguyen', 'Lambert'] }, [
    (chair) => vote(chair, meetingId, 1),
  ])
  const minutesId = await writeMinutes(db, meetingId, date, {
    opening: '',
    debates: [
      'Les deux candidats ont rencontré la coordinatrice et deux membres du Bureau.',
      'Le thème retenu est la prévention des chutes.',
    ],
    closing: '',
  })
  await presidentSigns(db, minutesId, addDays(date, 2))
}

/** The Bureau prepares the assembly to come; its minutes wait for the signature of the President. */
export async function preparationMeeting(db: Db, { preparation: date, assembly }: DemoCalendar): Promise<void> {
  const sentOn = addDays(date, -10)
  const desk = await coordinator(db, instantOf(addDays(sentOn, -1), '14:20'))
  const meetingId = await prepareMeeting(
    desk,
    {
      body: 'bureau',
      date,
      time: '12:30',
      place: OFFICE_ROOM,
      videoUrl: 'https://visio.rives-de-marne.example/bureau',
    },
    preparationAgenda(`l’assemblée du ${plainDate(assembly)}`),
  )
  await convene(db, meetingId, sentOn)
  await sit(db, { meetingId, date, time: '12:30', present: ['Vasseur', 'Benhaddou', 'Nguyen', 'Lambert'] }, [
    (chair) => vote(chair, meetingId, 1),
  ])
  await writeMinutes(db, meetingId, date, {
    opening: '',
    debates: [
      'Le Bureau propose un scrutin secret sur le barème des indemnités. Il rappelle que le quorum de l’an passé a manqué d’un membre.',
      'Deux cotisations restent à régler ; la trésorière rappelle les membres concernés.',
    ],
    closing: '',
  })
}
