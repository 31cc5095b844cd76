/** What stops a program of ours and needs no stack: its message is for whoever typed the command. */
export class Fault extends Error {}
