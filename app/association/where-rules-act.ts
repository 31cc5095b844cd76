import { catalogue, type RuleId } from '~/statutes/catalogue'

const PAGES: Record<string, string> = {
  '/assemblees': 'Réunions et assemblées',
  '/membres': 'Registre des membres',
  '/bureau': 'Bureau',
}
const OF_THE_REGISTER = '/membres'

/**
 * The page where the rules of an article act, once each; the page of the statutes itself is not one, nor the register of
 * members for a person who may not read it.
 */
export function whereRulesAct(
  rules: readonly RuleId[],
  { readsMembers }: { readsMembers: boolean },
): { href: string; label: string }[] {
  const paths = rules.flatMap((rule) => {
    const { path } = catalogue[rule]
    return path !== null && path in PAGES && (readsMembers || path !== OF_THE_REGISTER) ? [path] : []
  })
  return [...new Set<string>(paths)].map((href) => ({ href, label: PAGES[href] ?? href }))
}
