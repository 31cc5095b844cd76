import { domainToASCII } from 'node:url'
import { z } from 'zod'
import { EMPTY, read, refusedCell, saysNothing, type Cell } from './cell'

const address = z.email().max(200)

/**
 * An e-mail as accounts hold it, in lower case: without « mailto: », « Name <…> » or a last dot, a domain with accents in its xn-- form,
 * the first of several with a note. Refused with the reason: accents before the @, a comma for a dot, no address.
 */
export function readEmail(text: string): Cell<string> {
  if (saysNothing(text)) return EMPTY
  const said = text.normalize('NFKC').toLowerCase()
  const parts = (/<([^<>]*)>/.test(said) ? [...said.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => inside) : [said])
    .flatMap((part) => part.split(/[\s;/]+|,(?=\s)|,(?=[^@,]+@)/))
    .map((part) => part.replace(/^(mailto:|["'(]+)+|["').,:]+$/g, ''))
    .filter((part) => part.includes('@'))
  const [first, ...others] = parts
  if (first === undefined) return refusedCell(`« ${text} » n’est pas une adresse électronique.`)
  const at = first.lastIndexOf('@')
  const [name, domain] = [first.slice(0, at), first.slice(at + 1)]
  if (/[^\u0000-\u007f]/.test(name)) return refusedCell(`« ${text} » : une adresse n’a pas d’accent avant le @.`)
  if (domain.includes(',')) return refusedCell(`« ${text} » : une virgule tient la place d’un point.`)
  const checked = address.safeParse(`${name}@${/[^\u0000-\u007f]/.test(domain) ? domainToASCII(domain) : domain}`)
  if (!checked.success) return refusedCell(`« ${text} » n’est pas une adresse électronique valable.`)
  const rest = others.filter((other) => other !== first)
  return rest.length > 0 ? read(checked.data, `Courriel : « ${rest.join(', ')} » non repris.`) : read(checked.data)
}
