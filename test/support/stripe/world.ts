import { randomBytes } from 'node:crypto'
import type { Charge, Event, Intent, Metadata, Refund, Session, Shown, StripeObject, Transaction } from './objects'
import { show } from './objects'

export type Tell = (event: Event) => void
type Kind = StripeObject['object']
type Of<K extends Kind> = Extract<StripeObject, { object: K }>

const PREFIX: Record<Kind, string> = {
  customer: 'cus',
  'checkout.session': 'cs_test',
  payment_intent: 'pi',
  charge: 'ch',
  refund: 're',
  dispute: 'dp',
  balance_transaction: 'txn',
  payout: 'po',
  event: 'evt',
}

/** What a test's Stripe knows: its objects in the order of their making, and whom it tells of changes. */
export class World {
  readonly objects = new Map<string, StripeObject>()
  /** metadata that a session gives to its payment when there is one */
  readonly intentMetadata = new Map<string, Metadata>()

  constructor(
    readonly now: () => number,
    readonly version: string,
    readonly livemode: boolean,
    private readonly tell: Tell,
  ) {}

  newId = (kind: Kind): string => `${PREFIX[kind]}_${randomBytes(12).toString('hex')}`

  add<T extends StripeObject>(object: T): T {
    this.objects.set(object.id, object)
    return object
  }

  base<K extends Kind>(object: K): { object: K; id: string; created: number } {
    return { object, id: this.newId(object), created: this.now() }
  }

  /** Every object of a kind, the newest first. */
  all<K extends Kind>(kind: K): Of<K>[] {
    const is = (object: StripeObject): object is Of<K> => object.object === kind
    return [...this.objects.values()].filter(is).toReversed()
  }

  get<K extends Kind>(kind: K, id: string): Of<K> {
    const found = this.all(kind).find((object) => object.id === id)
    if (!found) throw new Error(`no ${kind} ${id}`)
    return found
  }

  session = (id: string): Session => this.get('checkout.session', id)
  intentOf = (session: Session): Intent => this.get('payment_intent', session.payment_intent ?? '')
  chargeOf = (intent: Intent): Charge => this.get('charge', intent.latest_charge ?? '')
  refundsOf = (charge: Charge): Refund[] => this.all('refund').filter((refund) => refund.charge === charge.id)

  /** An event with the object as it is now, told to whoever listens. */
  emit(type: string, object: StripeObject): Event {
    const event = this.add({
      ...this.base('event'),
      api_version: this.version,
      type,
      livemode: this.livemode,
      data: { object: show(object) },
    })
    this.tell(event)
    return event
  }

  /** Money in or out of the balance, in signed cents; what Stripe keeps for itself is `fee`. */
  move(type: string, source: string, amount: number, fee = 0): Transaction {
    return this.add({
      ...this.base('balance_transaction'),
      amount,
      currency: 'eur',
      fee,
      net: amount - fee,
      source,
      type,
      payout: null,
    })
  }
}

/** The object with what was asked to be expanded (« payment_intent.latest_charge ») in the place of ids. */
export function expand(world: World, object: StripeObject, paths: string[]): Shown {
  const shown = show(object)
  const heads = new Set(paths.map((path) => path.split('.')[0] ?? ''))
  for (const head of heads) {
    const tails = paths.filter((path) => path.startsWith(`${head}.`)).map((path) => path.slice(head.length + 1))
    if (head === 'refunds' && object.object === 'charge') {
      shown.refunds = listOf(world.refundsOf(object).map(show), `/v1/charges/${object.id}/refunds`)
      continue
    }
    const held = shown[head]
    const target = typeof held === 'string' ? world.objects.get(held) : undefined
    if (target) shown[head] = expand(world, target, tails)
  }
  return shown
}

export const listOf = (data: Shown[], url: string, more = false): Shown => ({
  object: 'list',
  data,
  has_more: more,
  url,
})
