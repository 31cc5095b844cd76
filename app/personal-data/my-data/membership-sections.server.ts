import { statutesInForce } from '~/association/in-force.server'
import { categoryLabel } from '~/members/register/category-label'
import { CONSENT_LABELS } from '~/members/identity/consent.form'
import { EVENT_ORDER } from '~/members/register/membership-rows'
import { personLabel } from '~/members/identity/names'
import { eventSentence } from '~/members/register/sheet/event-sentences'
import { officeLabel } from '~/offices/office-labels'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { isoDate } from '~/platform/dates'
import { date, number, text, yesNo, type DataSection } from './section'

const iso = (value: Date | null) => value && isoDate(value)

/** Who the member is, what happened to the membership, who speaks for it, what it agreed to, its offices. */
export async function membershipSections(ctx: Context, memberId: string): Promise<DataSection[]> {
  const { statutes } = await statutesInForce(ctx.db, parisDate(ctx.now))
  const member = await ctx.db.member.findUniqueOrThrow({
    where: { id: memberId },
    include: {
      events: { orderBy: EVENT_ORDER },
      representatives: { orderBy: { from: 'asc' } },
      consents: { orderBy: [{ on: 'asc' }, { recordedAt: 'asc' }] },
      mandates: { orderBy: { from: 'asc' } },
    },
  })
  const label = (category: string | null) => (category === null ? '' : categoryLabel(statutes, category))
  const { civility, lastName, firstName, profession, rpps, legalName, legalForm, finess, siret, rna } = member
  const { email, phone, street, postcode, town } = member
  const identity = { civility, lastName, firstName, bornOn: iso(member.bornOn), profession, rpps, legalName, legalForm, finess, siret, rna } // prettier-ignore
  return [
    {
      key: 'identity',
      title: 'Identité et coordonnées',
      purpose:
        'Pour tenir le registre des membres et vous joindre. Les coordonnées sont effacées trois mois après un départ.',
      columns: [
        number('number', 'Numéro de membre'),
        text('civility', 'Civilité'), text('lastName', 'Nom'), text('firstName', 'Prénom'), date('bornOn', 'Date de naissance'),
        text('profession', 'Profession'), text('rpps', 'RPPS'), text('legalName', 'Structure'), text('legalForm', 'Forme juridique'),
        text('finess', 'FINESS'), text('siret', 'SIRET'), text('rna', 'RNA'), text('email', 'Courriel'), text('phone', 'Téléphone'),
        text('street', 'Rue'), text('postcode', 'Code postal'), text('town', 'Commune'), text('category', 'Catégorie'),
      ], // prettier-ignore
      rows: [
        { number: member.number, ...identity, email, phone, street, postcode, town, category: label(member.category) },
      ],
    },
    {
      key: 'events',
      title: 'Adhésion',
      purpose: 'Pour savoir qui est membre, et qui l’était un jour donné.',
      columns: [date('on', 'Date'), text('what', 'Événement'), text('reason', 'Précision')],
      rows: member.events.map((event) => ({
        on: isoDate(event.on),
        what: eventSentence({ ...event, until: iso(event.until) }, label(event.category)),
        reason: event.reason,
      })),
    },
    {
      key: 'representatives',
      title: 'Représentants',
      purpose: 'Pour savoir qui peut voter et agir pour la structure.',
      columns: [
        text('name', 'Nom'), text('quality', 'Qualité'), text('email', 'Courriel'), text('phone', 'Téléphone'),
        date('from', 'Depuis'), date('until', 'Jusqu’au'), date('mandateOn', 'Mandat du'),
      ], // prettier-ignore
      rows: member.representatives.map((person) => ({
        name: personLabel(person),
        quality: person.quality,
        email: person.email,
        phone: person.phone,
        from: isoDate(person.from),
        until: iso(person.until),
        mandateOn: iso(person.mandateOn),
      })),
    },
    {
      key: 'consents',
      title: 'Accords donnés ou retirés',
      purpose:
        'Pour prouver que vous acceptez de recevoir les convocations par courriel ou un recommandé électronique.',
      columns: [date('on', 'Date'), text('kind', 'Accord'), yesNo('given', 'Donné'), text('source', 'D’après')],
      rows: member.consents.map(({ on, kind, given, source }) => ({
        on: isoDate(on),
        kind: CONSENT_LABELS[kind],
        given,
        source,
      })),
    },
    {
      key: 'mandates',
      title: 'Fonctions au Bureau',
      purpose: 'Pour savoir qui engage l’association ; déclarées à la préfecture et gardées avec ses archives.',
      columns: [
        text('office', 'Fonction'), date('from', 'Depuis'), date('termEnd', 'Terme'), date('endedOn', 'Fin'),
        text('endReason', 'Motif de fin'), text('source', 'D’après'),
      ], // prettier-ignore
      rows: member.mandates.map(({ office, from, termEnd, endedOn, endReason, source }) => ({
        office: officeLabel(office),
        from: isoDate(from),
        termEnd: isoDate(termEnd),
        endedOn: iso(endedOn),
        endReason,
        source,
      })),
    },
  ]
}
