import type { ComponentType } from 'react'
import { appealNewsSubject, type AppealNewsProps } from '../../../emails/appeal-news.subject'
import { appealNoticeSubject, type AppealNoticeProps } from '../../../emails/appeal-notice.subject'
import { appealReceivedSubject, type AppealReceivedProps } from '../../../emails/appeal-received.subject'
import { appealWithdrawnSubject, type AppealWithdrawnProps } from '../../../emails/appeal-withdrawn.subject'
import { caseNewsSubject, type CaseNewsProps } from '../../../emails/case-news.subject'
import {
  convocationCancelledSubject,
  type ConvocationCancelledProps,
} from '../../../emails/convocation-cancelled.subject'
import {
  convocationCorrectionSubject,
  type ConvocationCorrectionProps,
} from '../../../emails/convocation-correction.subject'
import { addressChangedSubject, type AddressChangedProps } from '../../../emails/address-changed.subject'
import { addressConfirmSubject, type AddressConfirmProps } from '../../../emails/address-confirm.subject'
import { addressKnownSubject, type AddressKnownProps } from '../../../emails/address-known.subject'
import { applicationReceivedSubject, type ApplicationReceivedProps } from '../../../emails/application-received.subject'
import {
  applicationAlreadyMemberSubject,
  type ApplicationAlreadyMemberProps,
} from '../../../emails/application-already-member.subject'
import { applicationNoticeSubject, type ApplicationNoticeProps } from '../../../emails/application-notice.subject'
import { applicationAcceptedSubject, type ApplicationAcceptedProps } from '../../../emails/application-accepted.subject'
import { applicationRefusedSubject, type ApplicationRefusedProps } from '../../../emails/application-refused.subject'
import {
  applicationWithdrawnSubject,
  type ApplicationWithdrawnProps,
} from '../../../emails/application-withdrawn.subject'
import { boxTrialSubject, type BoxTrialProps } from '../../../emails/box-trial.subject'
import { convocationSubject, type ConvocationProps } from '../../../emails/convocation.subject'
import {
  membershipProxyEndedSubject,
  type MembershipProxyEndedProps,
} from '../../../emails/membership-proxy-ended.subject'
import { duesCallSubject, type DuesCallProps } from '../../../emails/dues-call.subject'
import { duesReminderSubject, type DuesReminderProps } from '../../../emails/dues-reminder.subject'
import { minutesSignedSubject, type MinutesSignedProps } from '../../../emails/minutes-signed.subject'
import { notedByAnotherSubject, type NotedByAnotherProps } from '../../../emails/noted-by-another.subject'
import { paymentFailedSubject, type PaymentFailedProps } from '../../../emails/payment-failed.subject'
import { proxyAnsweredSubject, type ProxyAnsweredProps } from '../../../emails/proxy-answered.subject'
import {
  proxyHolderAnsweredSubject,
  type ProxyHolderAnsweredProps,
} from '../../../emails/proxy-holder-answered.subject'
import { votingRightChangedSubject, type VotingRightChangedProps } from '../../../emails/voting-right-changed.subject'
import { proxyOfferedSubject, type ProxyOfferedProps } from '../../../emails/proxy-offered.subject'
import { proxyRefusedSubject, type ProxyRefusedProps } from '../../../emails/proxy-refused.subject'
import { proxyRevokedSubject, type ProxyRevokedProps } from '../../../emails/proxy-revoked.subject'
import { receiptCancelledSubject, type ReceiptCancelledProps } from '../../../emails/receipt-cancelled.subject'
import { receiptIssuedSubject, type ReceiptIssuedProps } from '../../../emails/receipt-issued.subject'
import { resignationReceivedSubject, type ResignationReceivedProps } from '../../../emails/resignation-received.subject'
import { repriseNoticeSubject, type RepriseNoticeProps } from '../../../emails/reprise-notice.subject'
import { resignationNoticeSubject, type ResignationNoticeProps } from '../../../emails/resignation-notice.subject'
import { signInSubject, type SignInProps } from '../../../emails/sign-in.subject'

/**
 * Every message the product sends, with the props of its template. `emails/<name>.tsx` holds the component,
 * `emails/<name>.subject.ts` its props and its subject: the subject is written when the message is queued, while the
 * component and react-email (0.8 s to import) are loaded by the first delivery only.
 */
export type MailTemplates = {
  'sign-in': SignInProps
  'address-confirm': AddressConfirmProps
  'address-changed': AddressChangedProps
  'address-known': AddressKnownProps
  'box-trial': BoxTrialProps
  convocation: ConvocationProps
  'convocation-correction': ConvocationCorrectionProps
  'convocation-cancelled': ConvocationCancelledProps
  'noted-by-another': NotedByAnotherProps
  'payment-failed': PaymentFailedProps
  'proxy-offered': ProxyOfferedProps
  'proxy-answered': ProxyAnsweredProps
  'proxy-holder-answered': ProxyHolderAnsweredProps
  'proxy-refused': ProxyRefusedProps
  'voting-right-changed': VotingRightChangedProps
  'proxy-revoked': ProxyRevokedProps
  'minutes-signed': MinutesSignedProps
  'dues-call': DuesCallProps
  'dues-reminder': DuesReminderProps
  'application-received': ApplicationReceivedProps
  'application-already-member': ApplicationAlreadyMemberProps
  'application-notice': ApplicationNoticeProps
  'application-accepted': ApplicationAcceptedProps
  'application-refused': ApplicationRefusedProps
  'application-withdrawn': ApplicationWithdrawnProps
  'membership-proxy-ended': MembershipProxyEndedProps
  'resignation-notice': ResignationNoticeProps
  'reprise-notice': RepriseNoticeProps
  'resignation-received': ResignationReceivedProps
  'case-news': CaseNewsProps
  'appeal-received': AppealReceivedProps
  'appeal-notice': AppealNoticeProps
  'appeal-news': AppealNewsProps
  'appeal-withdrawn': AppealWithdrawnProps
  'receipt-issued': ReceiptIssuedProps
  'receipt-cancelled': ReceiptCancelledProps
}

export type TemplateName = keyof MailTemplates

/** A component, and what `npm run dev` shows it with. */
type Mail<P> = ComponentType<P> & { PreviewProps: P }
type Template<P> = { subject: (props: P) => string; load: () => Promise<Mail<P>> }

export const templates: { [T in TemplateName]: Template<MailTemplates[T]> } = {
  'case-news': { subject: caseNewsSubject, load: async () => (await import('../../../emails/case-news')).CaseNews },
  'appeal-received': {
    subject: appealReceivedSubject,
    load: async () => (await import('../../../emails/appeal-received')).AppealReceived,
  },
  'appeal-notice': {
    subject: appealNoticeSubject,
    load: async () => (await import('../../../emails/appeal-notice')).AppealNotice,
  },
  'appeal-news': {
    subject: appealNewsSubject,
    load: async () => (await import('../../../emails/appeal-news')).AppealNews,
  },
  'appeal-withdrawn': {
    subject: appealWithdrawnSubject,
    load: async () => (await import('../../../emails/appeal-withdrawn')).AppealWithdrawn,
  },
  'minutes-signed': {
    subject: minutesSignedSubject,
    load: async () => (await import('../../../emails/minutes-signed')).MinutesSigned,
  },
  'resignation-received': {
    subject: resignationReceivedSubject,
    load: async () => (await import('../../../emails/resignation-received')).ResignationReceived,
  },
  'resignation-notice': {
    subject: resignationNoticeSubject,
    load: async () => (await import('../../../emails/resignation-notice')).ResignationNotice,
  },
  'reprise-notice': {
    subject: repriseNoticeSubject,
    load: async () => (await import('../../../emails/reprise-notice')).RepriseNotice,
  },
  'application-received': {
    subject: applicationReceivedSubject,
    load: async () => (await import('../../../emails/application-received')).ApplicationReceived,
  },
  'application-already-member': {
    subject: applicationAlreadyMemberSubject,
    load: async () => (await import('../../../emails/application-already-member')).ApplicationAlreadyMember,
  },
  'application-notice': {
    subject: applicationNoticeSubject,
    load: async () => (await import('../../../emails/application-notice')).ApplicationNotice,
  },
  'application-accepted': {
    subject: applicationAcceptedSubject,
    load: async () => (await import('../../../emails/application-accepted')).ApplicationAccepted,
  },
  'application-refused': {
    subject: applicationRefusedSubject,
    load: async () => (await import('../../../emails/application-refused')).ApplicationRefused,
  },
  'application-withdrawn': {
    subject: applicationWithdrawnSubject,
    load: async () => (await import('../../../emails/application-withdrawn')).ApplicationWithdrawn,
  },
  'membership-proxy-ended': {
    subject: membershipProxyEndedSubject,
    load: async () => (await import('../../../emails/membership-proxy-ended')).MembershipProxyEnded,
  },
  convocation: {
    subject: convocationSubject,
    load: async () => (await import('../../../emails/convocation')).Convocation,
  },
  'convocation-correction': {
    subject: convocationCorrectionSubject,
    load: async () => (await import('../../../emails/convocation-correction')).ConvocationCorrection,
  },
  'convocation-cancelled': {
    subject: convocationCancelledSubject,
    load: async () => (await import('../../../emails/convocation-cancelled')).ConvocationCancelled,
  },
  'noted-by-another': {
    subject: notedByAnotherSubject,
    load: async () => (await import('../../../emails/noted-by-another')).NotedByAnother,
  },
  'payment-failed': {
    subject: paymentFailedSubject,
    load: async () => (await import('../../../emails/payment-failed')).PaymentFailed,
  },
  'proxy-offered': {
    subject: proxyOfferedSubject,
    load: async () => (await import('../../../emails/proxy-offered')).ProxyOffered,
  },
  'proxy-answered': {
    subject: proxyAnsweredSubject,
    load: async () => (await import('../../../emails/proxy-answered')).ProxyAnswered,
  },
  'proxy-holder-answered': {
    subject: proxyHolderAnsweredSubject,
    load: async () => (await import('../../../emails/proxy-holder-answered')).ProxyHolderAnswered,
  },
  'voting-right-changed': {
    subject: votingRightChangedSubject,
    load: async () => (await import('../../../emails/voting-right-changed')).VotingRightChanged,
  },
  'proxy-refused': {
    subject: proxyRefusedSubject,
    load: async () => (await import('../../../emails/proxy-refused')).ProxyRefused,
  },
  'proxy-revoked': {
    subject: proxyRevokedSubject,
    load: async () => (await import('../../../emails/proxy-revoked')).ProxyRevoked,
  },
  'receipt-issued': {
    subject: receiptIssuedSubject,
    load: async () => (await import('../../../emails/receipt-issued')).ReceiptIssued,
  },
  'receipt-cancelled': {
    subject: receiptCancelledSubject,
    load: async () => (await import('../../../emails/receipt-cancelled')).ReceiptCancelled,
  },
  'dues-call': { subject: duesCallSubject, load: async () => (await import('../../../emails/dues-call')).DuesCall },
  'dues-reminder': {
    subject: duesReminderSubject,
    load: async () => (await import('../../../emails/dues-reminder')).DuesReminder,
  },
  'address-confirm': {
    subject: addressConfirmSubject,
    load: async () => (await import('../../../emails/address-confirm')).AddressConfirm,
  },
  'address-changed': {
    subject: addressChangedSubject,
    load: async () => (await import('../../../emails/address-changed')).AddressChanged,
  },
  'address-known': {
    subject: addressKnownSubject,
    load: async () => (await import('../../../emails/address-known')).AddressKnown,
  },
  'box-trial': {
    subject: boxTrialSubject,
    load: async () => (await import('../../../emails/box-trial')).BoxTrial,
  },
  'sign-in': { subject: signInSubject, load: async () => (await import('../../../emails/sign-in')).SignIn },
}

export function subjectOf<T extends TemplateName>(template: T, props: MailTemplates[T]): string {
  return templates[template].subject(props)
}

export const isTemplate = (name: string): name is TemplateName => Object.hasOwn(templates, name)
