import { judgePreparation } from '~/statutes/bureau-meetings'
import { addDays, later } from '~/statutes/civil-date'
import { documentsOpenDeadline, fiscalYearEnd, judgeAgoDate, judgeDocuments } from '~/statutes/deadlines'
import { judgeNotice, noticeRule } from '~/statutes/notice'
import { frenchDate, list, plural } from '~/ui/format'
import { AGENDA_RULE } from '../meeting-words'
import type { Demand, DemandFacts, DemandState, Judged } from './demand'
import { correction, delivery, votable } from './demands-once-sent'

/** All demands, the late ones first, then by day. Pure: the same facts give the same list. */
export function demandsOf(facts: DemandFacts): Demand[] {
  const order: Record<DemandState, number> = { late: 0, todo: 1, done: 2 }
  const all = [
    notice,
    place,
    agenda,
    effects,
    documents,
    preparation,
    season,
    terms,
    delivery,
    correction,
    votable,
  ].flatMap((judge) => judge(facts))
  return all.sort((a, b) => order[a.state] - order[b.state] || (a.day ?? '9').localeCompare(b.day ?? '9'))
}

/** 13.2-a, 13.3-a, 8.3-a, 13.2-e: before the sending, its last day, with the other reading of « jours ». */
const notice: Judged = ({ statutes, body, session, date, today, sentOn, failedOn }) => {
  if (sentOn !== null) return []
  const { ruling, lastSendingDay } = judgeNotice({ statutes, body, session, date, sentOn: today, failedOn })
  const { clear } = (session === 2 ? statutes.bodies[body].secondSession?.notice : null) ?? statutes.bodies[body].notice
  const other = frenchDate(addDays(lastSendingDay, clear ? 1 : -1))
  const readings = clear
    ? `Lecture sûre, en jours francs : ${frenchDate(lastSendingDay)} ; à la lettre : ${other}.`
    : `À la lettre des statuts : ${frenchDate(lastSendingDay)} ; lecture sûre, en jours francs : ${other}.`
  return [
    {
      key: 'notice',
      rule: noticeRule(body, session),
      title: 'Envoyer la convocation',
      state: ruling.outcome === 'lawful' ? 'todo' : 'late',
      grade: 'blocking',
      day: lastSendingDay,
      sentence: readings,
      reasons: ruling.reasons,
    },
  ]
}

const place: Judged = ({ body, session, somewhere }) => [
  {
    key: 'place',
    rule: noticeRule(body, session),
    title: 'Indiquer un lieu ou un lien de visioconférence',
    state: somewhere ? 'done' : 'todo',
    grade: 'blocking',
    day: null,
    sentence: 'Sans lieu, les membres ne peuvent pas venir : la convocation ne part pas.',
    reasons: [],
  },
]

/** 13.2-b, 13.3-a: votes bear on what is on the agenda, and on a text. */
const agenda: Judged = ({ body, items }) => {
  const silent = items.filter(({ votes, resolutions }) => votes && resolutions === 0)
  const rule = AGENDA_RULE[body]
  const common: Pick<Demand, 'rule' | 'grade' | 'day' | 'reasons'> = { rule, grade: 'blocking', day: null, reasons: [] }
  const filled = items.length > 0
  return [
    {
      ...common,
      key: 'agenda',
      title: filled ? `Ordre du jour : ${plural(items.length, 'point')}` : 'Écrire l’ordre du jour',
      state: filled ? 'done' : 'todo',
      sentence: 'On ne vote que sur ce qui est à l’ordre du jour.',
    },
    {
      ...common,
      key: 'texts',
      title: 'Écrire le texte de chaque résolution',
      state: filled && silent.length === 0 ? 'done' : 'todo',
      sentence:
        silent.length === 0
          ? 'Chaque point soumis au vote porte son texte.'
          : `Sans texte : ${list(silent.map(({ title }) => title))}.`,
    },
  ]
}

/** 6.1-c, 6.3-a, 6.4-c, 13.2-b: what could not take effect on the day is seen before anybody is convened on it. */
const effects: Judged = ({ unlawful }) =>
  unlawful.map(({ number, title, reasons }) => ({
    key: `effect-${number}`,
    rule: reasons[0]?.rule ?? '13.2-b',
    title: `Revoir la résolution ${number} : ${title}`,
    state: 'todo',
    grade: 'blocking',
    day: null,
    sentence: reasons.map(({ sentence }) => sentence).join(' '),
    reasons,
  }))

/** 15-b: accounts and reports open to the members during the days before the assembly that judges them. */
const documents: Judged = ({ statutes, date, today, accountsOfYear, documents }) => {
  if (accountsOfYear === null) return []
  const closed = documents.filter(({ openedOn }) => openedOn === null).map(({ label }) => label.toLowerCase())
  const lastOpened =
    closed.length > 0 ? null : documents.reduce<string>((last, { openedOn }) => later(last, openedOn ?? ''), '')
  const ruling = judgeDocuments(statutes, date, lastOpened)
  const day = documentsOpenDeadline(statutes, date)
  const lawful = ruling.outcome === 'lawful'
  const late = lastOpened === null ? today > day : !lawful
  const missing =
    closed.length > 0
      ? `Restent à ouvrir aux membres : ${list(closed)}.`
      : 'Tous les documents demandés sont ouverts aux membres.'
  const risk = late && !lawful ? ' L’assemblée ne pourra pas être dite régulière sur ce point.' : ''
  const title = `Ouvrir aux membres les comptes et rapports ${accountsOfYear}`
  return [
    {
      key: 'documents',
      rule: '15-b',
      title,
      state: lawful ? 'done' : late ? 'late' : 'todo',
      grade: 'risky',
      day,
      sentence: `${missing}${risk}`,
      reasons: ruling.reasons,
    },
  ]
}

/** 8.3-b: the Bureau meets to prepare the convocation of the annual assembly. */
const preparation: Judged = ({ accountsOfYear, session, lastBureauMeeting, sentOn, today }) => {
  if (accountsOfYear === null || session === 2) return []
  const ruling = judgePreparation(lastBureauMeeting, sentOn ?? today)
  const done = ruling.outcome === 'lawful'
  return [
    {
      key: 'preparation',
      rule: '8.3-b',
      title: 'Réunir le Bureau pour préparer la convocation',
      state: done ? 'done' : sentOn ? 'late' : 'todo',
      grade: 'formal',
      day: null,
      sentence:
        done && lastBureauMeeting
          ? `Le Bureau s’est réuni le ${frenchDate(lastBureauMeeting)}.`
          : 'Aucune réunion du Bureau n’a été tenue depuis la clôture de l’exercice.',
      reasons: ruling.reasons,
    },
  ]
}

/** 13.2-a: the annual assembly is held within six months of the year's end. */
const season: Judged = ({ statutes, date, accountsOfYear, session }) => {
  if (accountsOfYear === null || session === 2) return []
  const ruling = judgeAgoDate(statutes, fiscalYearEnd(statutes, accountsOfYear), date)
  const lawful = ruling.outcome === 'lawful'
  const [first] = ruling.reasons
  const deadline = first?.figures.deadline
  return [
    {
      key: 'season',
      rule: '13.2-a',
      title: 'Tenir l’assemblée annuelle à temps',
      state: lawful ? 'done' : 'late',
      grade: 'formal',
      day: typeof deadline === 'string' ? deadline : null,
      sentence: lawful ? 'La date choisie est dans les délais.' : (first?.sentence ?? ''),
      reasons: ruling.reasons,
    },
  ]
}

/** 8.1-a: officers whose term is over only convene the assembly and carry on current business. */
const terms: Judged = ({ expired }) =>
  expired.map(({ label, holder, termEnd }) => ({
    key: `term-${label}-${holder}`,
    rule: '8.1-a',
    title: `Mandat arrivé à terme : ${label}`,
    state: 'late',
    grade: 'risky',
    day: termEnd,
    sentence: `Le mandat de ${holder} a pris fin le ${frenchDate(termEnd)} : mettez l’élection à l’ordre du jour.`,
    reasons: [],
  }))
