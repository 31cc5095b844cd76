/** Their link is a secret that opens something: no copy of the text stays once the mail has left, nor is sent later. */
export const SECRET_TEMPLATES = ['sign-in', 'address-confirm']
