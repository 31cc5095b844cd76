import type { Statutes } from './schema'
import { assemblyArticles } from './text-assemblies'
import { closingArticles, foundingArticles } from './text-association'
import { memberArticles } from './text-members'
import { officerArticles } from './text-officers'
import type { Article } from './text-parts'

export type { Article, Paragraph } from './text-parts'

/** The statutes in plain French, article by article, with the parameters of this association in place. */
export function articlesInForce(statutes: Statutes): Article[] {
  return [
    ...foundingArticles(statutes),
    ...memberArticles(statutes),
    ...officerArticles(statutes),
    ...assemblyArticles(statutes),
    ...closingArticles(statutes),
  ]
}
