import { letterKind } from '~/letters/kinds'
import type { Context } from '~/platform/context'
import { accessLabel } from '~/platform/data-access'
import { isoDate } from '~/platform/dates'
import { z } from 'zod'
import { caseWords } from '~/discipline/appeals/appeal-words'
import { CASE_KINDS } from '~/discipline/cases/case-file'
import { date, moment, text, type DataSection } from './section'

const iso = (value: Date | null) => value && isoDate(value)
const CHANNELS: Record<string, string> = {
  online: 'en ligne',
  mail: 'courriel',
  'registered-letter': 'lettre recommandée',
}
const seenAs = z.object({ as: z.string() }).catch({ as: 'fonction non précisée' })

/** Registered letters, answers, resignations, cases, messages, devices, and who looked at one's data. */
export async function paperSections(ctx: Context, memberId: string): Promise<DataSection[]> {
  const { db } = ctx
  const member = await db.member.findUniqueOrThrow({ where: { id: memberId }, select: { accountId: true } })
  const [letters, explanations, resignations, cases, applications, mails, accesses] = await Promise.all([
    db.registeredLetter.findMany({ where: { memberId }, orderBy: { writtenOn: 'asc' } }),
    db.explanation.findMany({ where: { memberId }, orderBy: { recordedAt: 'asc' } }),
    db.resignation.findMany({ where: { memberId }, orderBy: { recordedAt: 'asc' } }),
    // a file in preparation holds nothing against anybody yet
    db.disciplinaryCase.findMany({ where: { memberId, state: { not: 'DRAFT' } }, orderBy: { openedAt: 'asc' } }),
    db.application.findMany({ where: { memberId }, orderBy: { submittedAt: 'asc' } }),
    member.accountId === null
      ? []
      : db.mail.findMany({
          where: { accountId: member.accountId },
          select: { queuedAt: true, subject: true, toAddress: true },
          orderBy: { queuedAt: 'desc' },
          take: 500,
        }),
    db.personalDataAccess.findMany({ where: { memberId }, orderBy: { id: 'desc' }, take: 1_000 }),
  ])
  return [
    {
      key: 'applications',
      title: 'Demande d’adhésion',
      purpose: 'Pour savoir à quoi vous vous êtes engagé, et quand.',
      columns: [
        text('reference', 'Référence'), moment('submittedAt', 'Déposée le'), text('commitment', 'Engagement'),
        moment('acceptedAt', 'Statuts acceptés le'), date('decidedOn', 'Décidée le'),
      ], // prettier-ignore
      rows: applications.map(({ reference, submittedAt, commitment, acceptedAt, decidedOn }) => ({
        reference,
        submittedAt: submittedAt.toISOString(),
        commitment,
        acceptedAt: acceptedAt.toISOString(),
        decidedOn: iso(decidedOn),
      })),
    },
    {
      key: 'letters',
      title: 'Lettres recommandées',
      purpose: 'Pour prouver ce qui vous a été écrit et quand vous l’avez reçu.',
      columns: [
        date('writtenOn', 'Écrite le'), text('kind', 'Objet'), date('presentedOn', 'Présentée le'), date('receivedOn', 'Reçue le'),
        date('returnedOn', 'Retournée le'),
      ], // prettier-ignore
      rows: letters.map((letter) => ({
        writtenOn: isoDate(letter.writtenOn),
        kind: letterKind(letter.kind).label,
        presentedOn: iso(letter.presentedOn),
        receivedOn: iso(letter.receivedOn),
        returnedOn: iso(letter.returnedOn),
      })),
    },
    {
      key: 'explanations',
      title: 'Vos explications',
      purpose: 'Jointes au dossier auquel elles répondent.',
      columns: [date('receivedOn', 'Reçues le'), text('text', 'Texte')],
      rows: explanations.map(({ receivedOn, text: said }) => ({ receivedOn: isoDate(receivedOn), text: said })),
    },
    {
      key: 'resignations',
      title: 'Démission',
      purpose: 'Pour prouver le jour où elle a été reçue.',
      columns: [date('receivedOn', 'Reçue le'), text('channel', 'Par'), text('text', 'Texte')],
      rows: resignations.map(({ receivedOn, channel, text: said }) => ({
        receivedOn: isoDate(receivedOn),
        channel: CHANNELS[channel] ?? channel,
        text: said,
      })),
    },
    {
      key: 'cases',
      title: 'Procédures vous concernant',
      purpose: 'Ouvertes à ceux qui décident, et à vous. Effacées cinq ans après un départ.',
      columns: [
        text('kind', 'Objet'), text('state', 'Où en est-on'), text('facts', 'Faits'), date('decidedOn', 'Décidée le'),
        text('reasons', 'Motifs'), date('appealedOn', 'Recours du'), text('appealText', 'Texte du recours'),
      ], // prettier-ignore
      rows: cases.map((found) => ({
        kind: CASE_KINDS[found.kind],
        state: caseWords(found),
        facts: found.facts,
        decidedOn: iso(found.decidedOn),
        reasons: found.reasons,
        appealedOn: iso(found.appealedOn),
        appealText: found.appealText,
      })),
    },
    {
      key: 'mails',
      title: 'Messages envoyés',
      purpose:
        'Les 500 derniers. Leur texte est effacé trois mois après un départ, sauf ce qui prouve une convocation.',
      columns: [moment('at', 'Le'), text('subject', 'Objet'), text('to', 'À')],
      rows: mails.map(({ queuedAt, subject, toAddress }) => ({ at: queuedAt.toISOString(), subject, to: toAddress })),
    },
    {
      key: 'accesses',
      title: 'Qui a vu vos données',
      purpose: 'Chaque consultation de votre fiche ou de vos dossiers par quelqu’un d’autre que vous.',
      columns: [moment('at', 'Le'), text('as', 'En qualité de'), text('what', 'Ce qui a été vu')],
      rows: accesses.map(({ at, kind, details }) => ({
        at: at.toISOString(),
        as: seenAs.parse(details).as,
        what: accessLabel(kind),
      })),
    },
  ]
}
