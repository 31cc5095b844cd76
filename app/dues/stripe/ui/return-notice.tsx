import type { ReactNode } from 'react'
import { euros, list } from '~/ui/format'
import { Notice, type NoticeTone } from '~/ui/notice'
import type { PaymentReturn } from '../payment-return.query.server'

type Words = { tone: NoticeTone; title: string; text: ReactNode }

/** What became of a payment, for the person who made it. */
export function ReturnNotice({ payment }: { payment: PaymentReturn }) {
  const { tone, title, text } = wordsOf(payment)
  return (
    <Notice tone={tone} title={title} live="status">
      <p>{text}</p>
    </Notice>
  )
}

function wordsOf(payment: PaymentReturn): Words {
  const sum = euros(payment.totalCents)
  switch (payment.state) {
    case 'PAID':
      return payment.leftOverCents > 0 ? surplus(payment) : received(payment)
    case 'PROCESSING':
      return {
        tone: 'info',
        title: 'Votre prélèvement est en cours',
        text: `Votre banque confirme sous cinq jours ouvrés environ. Jusque-là vous n’avez rien à faire et aucun rappel n’est préparé pour vous ; votre reçu est établi quand les ${sum} sont arrivés, et se lit alors dans vos cotisations.`,
      }
    case 'OPEN':
      return payment.waiting
        ? {
            tone: 'info',
            title: 'Nous attendons la confirmation du paiement',
            text: 'Elle arrive d’ordinaire en quelques secondes. Vous pouvez aussi fermer cette page : votre reçu sera dans vos cotisations.',
          }
        : nothingDone('Le paiement n’a pas été confirmé')
    case 'CONTESTED':
      return {
        tone: 'warning',
        title: 'Ce paiement est contesté',
        text: 'La banque a repris la somme : la cotisation est de nouveau à régler. Écrivez au trésorier si c’est une erreur.',
      }
    case 'REFUNDED':
      return {
        tone: 'info',
        title: 'Ce paiement vous a été remboursé',
        text: `${sum} retournent sur le compte qui a payé, sous cinq à dix jours selon la banque.`,
      }
    default:
      return nothingDone('Le paiement n’a pas abouti')
  }
}

const received = ({ totalCents, lines, debit }: PaymentReturn): Words => ({
  tone: 'success',
  title: 'Votre paiement est reçu',
  text: `${euros(totalCents)} ${debit ? 'par prélèvement' : 'par carte'}, pour ${list(lines.map(nameOf))}. ${lines.length > 1 ? 'Un reçu par membre est établi' : 'Votre reçu est établi'} ; vous le lisez dans vos cotisations, et un courriel est préparé.`,
})

const surplus = ({ leftOverCents }: PaymentReturn): Words => ({
  tone: 'warning',
  title: 'Cette cotisation était déjà réglée',
  text: `Nous avons reçu ${euros(leftOverCents)} de trop. Le trésorier le lit parmi les paiements : cette somme vous est due.`,
})

const nothingDone = (title: string): Words => ({
  tone: 'refusal',
  title,
  text: 'Rien n’a été débité. Vous pouvez recommencer, ou choisir un autre moyen de paiement.',
})

const nameOf = ({ label, year }: PaymentReturn['lines'][number]): string => `la cotisation ${year} de ${label}`
