import { statutesInForce } from '~/association/in-force.server'
import { vacancies } from '~/offices/vacancies'
import { parisDate } from '~/platform/clock.server'
import type { Context } from '~/platform/context'
import { dateColumn } from '~/platform/dates'
import { may } from '~/platform/permissions'
import { list } from '~/ui/format'
import { PLAIN_STEP, type HomeStep } from '~/platform/home-step'

/** What an association that has just been installed still lacks, in the order in which each needs the one before. */
export async function settlingSteps(ctx: Context): Promise<HomeStep[]> {
  const { db, actor } = ctx
  const [members, offices, dues, meetings] = await Promise.all([
    may(actor, 'members.write') ? db.member.findMany({ select: { id: true }, take: 2 }) : [],
    may(actor, 'offices.manage') || may(actor, 'association.write') ? vacantOffices(ctx) : [],
    may(actor, 'dues.manage') ? db.duesPeriod.findFirst({ select: { id: true } }) : 'kept by another',
    may(actor, 'meetings.prepare') ? db.meeting.findFirst({ select: { id: true } }) : 'prepared by another',
  ])
  const steps: HomeStep[] = []
  if (members.length === 1)
    steps.push({
      ...PLAIN_STEP,
      key: 'settle-members',
      title: 'inscrire les membres',
      reason: 'Déposez la liste que vous tenez aujourd’hui, en CSV ou en Excel : rien n’est écrit avant votre accord.',
      to: '/membres/import',
      action: 'Importer une liste',
      rank: 10,
    })
  if (offices.length > 0)
    steps.push({
      ...PLAIN_STEP,
      key: 'settle-offices',
      title: `pourvoir au Bureau\u00a0: ${list(offices)}`,
      reason: 'Enregistrez qui tient déjà ces fonctions ; pour les autres, l’assemblée ordinaire élit.',
      rule: '8.1-a',
      to: '/bureau',
      action: 'Voir le Bureau',
      rank: 11,
    })
  if (!dues)
    steps.push({
      ...PLAIN_STEP,
      key: 'settle-dues',
      title: 'reprendre la cotisation de l’année',
      reason: 'Si l’assemblée l’a déjà fixée, elle se reprend ici ; sinon, l’adoption de sa résolution l’ouvrira.',
      rule: '12-a',
      to: '/cotisations/exercices/nouveau',
      action: 'Reprendre un exercice',
      rank: 12,
    })
  if (!meetings)
    steps.push({
      ...PLAIN_STEP,
      key: 'settle-meeting',
      title: 'préparer la première réunion',
      reason: 'Choisissez l’instance et le jour : la page dira ce que les statuts demandent, et pour quand.',
      to: '/assemblees/nouvelle',
      action: 'Préparer une réunion',
      rank: 13,
    })
  return steps
}

async function vacantOffices({ db, now }: Context): Promise<string[]> {
  const today = parisDate(now)
  const day = dateColumn(today)
  const [{ statutes }, held] = await Promise.all([
    statutesInForce(db, today),
    db.mandate.findMany({
      where: { from: { lte: day }, OR: [{ endedOn: null }, { endedOn: { gt: day } }] },
      select: { office: true },
    }),
  ])
  return vacancies(statutes, held, true)
}
