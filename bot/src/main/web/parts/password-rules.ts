/** The platform's rules for passwords, as the person sees them while typing; the platform itself has the last word. */
import type { Key } from '../texts/texts';

export interface PasswordRule {
    readonly text: Key;
    readonly met: (password: string) => boolean;
}

export const PASSWORD_RULES: readonly PasswordRule[] = [
    { text: 'password.length', met: (password) => [...password].length >= 10 },
    { text: 'password.upper', met: (password) => /\p{Lu}/u.test(password) },
    { text: 'password.lower', met: (password) => /\p{Ll}/u.test(password) },
    { text: 'password.digit', met: (password) => /\p{Nd}/u.test(password) },
    { text: 'password.special', met: (password) => /[^\p{L}\p{Nd}\p{Cc}]/u.test(password) },
];
