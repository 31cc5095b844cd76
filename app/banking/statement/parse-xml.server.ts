import { XMLParser } from 'fast-xml-parser'
import { unreadable } from '~/platform/spreadsheet/table'
import type { Node } from './tree'

/**
 * The tags of an XML text, every value as text, attributes as « @name », without prefixes of namespaces. Refused (400): definitions
 * (DOCTYPE, ENTITY), which could read files or grow without end, and what is not well formed. `what` names the file.
 */
export function parseXml(text: string, what: string): Node {
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    throw unreadable(`Ce fichier ${what} contient des définitions qui ne sont pas lues.`)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    removeNSPrefix: true,
    htmlEntities: true,
  })
  try {
    return parser.parse(text, true) as Node
  } catch {
    throw unreadable(`Ce fichier ${what} est mal formé : demandez-le à nouveau à votre banque.`)
  }
}
