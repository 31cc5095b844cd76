type Bounce = { to: string; status: string; action: string; envelopeId?: string; diagnostic?: string }

/** A delivery status notification as a real mail server writes it (RFC 3464), CRLF included. */
export function bounce({ to, status, action, envelopeId, diagnostic = 'unknown' }: Bounce): string {
  return lines(`Return-Path: <>
Date: Thu, 20 May 2027 10:02:11 +0200 (CEST)
From: MAILER-DAEMON@mx.membre.test (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="8F21A4C0B.1810800131/mx.membre.test"
Message-Id: <20270520080211.1B2C34D5E6@mx.membre.test>

This is a MIME-encapsulated message.

--8F21A4C0B.1810800131/mx.membre.test
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.membre.test.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

--8F21A4C0B.1810800131/mx.membre.test
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.membre.test
${envelopeId ? `Original-Envelope-Id: ${envelopeId}\n` : ''}X-Postfix-Queue-ID: 8F21A4C0B
X-Postfix-Sender: rfc822; bounce@cpts.test
Arrival-Date: Thu, 20 May 2027 10:02:10 +0200 (CEST)

Final-Recipient: rfc822; parti@membre.test
Original-Recipient: rfc822;parti@membre.test
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; ${diagnostic}

--8F21A4C0B.1810800131/mx.membre.test
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: CPTS des Lilas <ne-pas-repondre@cpts.test>
Subject: Votre convocation
Message-ID: <autre@cpts.test>

--8F21A4C0B.1810800131/mx.membre.test--
`)
}

/** What small servers send: a letter, with nothing that a program may rely on. */
export function textOnlyBounce(to: string): string {
  return lines(`Return-Path: <>
From: postmaster@petit-serveur.test
To: ${to}
Subject: Echec de remise
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Votre message n'a pas pu etre remis : boite pleine.
`)
}

const lines = (text: string) => text.replace(/\n/g, '\r\n')
