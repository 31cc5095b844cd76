import { catalogue, type RuleId } from '~/statutes/catalogue'

/** The page where the rules of an article act, once each; the page of the statutes itself is not one. */
const PAGES: Record<string, string> = {
  '/assemblees': 'Réunions et assemblées',
  '/membres': 'Registre des membres',
  '/bureau': 'Bureau',
}

export function whereRulesAct(rules: readonly RuleId[]): { href: string; label: string }[] {
  const paths = rules.flatMap((rule) => {
    const { path } = catalogue[rule]
    return path !== null && path in PAGES ? [path] : []
  })
  return [...new Set<string>(paths)].map((href) => ({ href, label: PAGES[href] ?? href }))
}
