/** Who is signed in, and the ways in and out. */
import { call, get } from './calls';
import { Problem } from './problem';
import type { Person } from './shapes';

/** Fired on the window after signing out, so that the chat wipes what it keeps. */
const SIGNED_OUT = 'cosmopilot:signed-out';
const RETRY = 3_000;
const PAGES_TO_RETURN_TO = ['/console', '/security', '/desk', '/link'];

let asked: Promise<Person | null> | undefined;

/** The signed-in person, or null; asked once a page. */
export function signedIn(): Promise<Person | null> {
    asked ??= get<Person>('/api/me').catch((thrown: unknown) => {
        if (Problem.from(thrown).status === 401) {
            return null;
        }
        asked = undefined;
        throw thrown;
    });
    return asked;
}

export function isAgent(person: Person): boolean {
    return person.roles.includes('agent');
}

export async function signIn(username: string, password: string): Promise<Person> {
    await call('POST', '/api/session', { username, password });
    return get<Person>('/api/me');
}

export async function signOut(): Promise<void> {
    try {
        await call('DELETE', '/api/session');
    } catch (thrown) {
        // Already signed out elsewhere is signed out, too.
        if (![401, 403].includes(Problem.from(thrown).status)) {
            throw thrown;
        }
    }
    window.dispatchEvent(new CustomEvent(SIGNED_OUT));
    location.assign('/');
}

/** The signed-in person of a page for which one must be signed in; asks again while the platform cannot be reached. */
export async function mustBeSignedIn(onTrouble: (problem: Problem) => void): Promise<Person> {
    try {
        return (await signedIn()) ?? (await new Promise<never>(askToSignIn));
    } catch (thrown) {
        onTrouble(Problem.from(thrown));
        await new Promise((again) => setTimeout(again, RETRY));
        return mustBeSignedIn(onTrouble);
    }
}

/** To the sign-in page, and afterwards back to where the person was. */
export function askToSignIn(): void {
    location.replace(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
}

/** Where the person goes after signing in: where they came from (a page of ours only), else their first page. */
export function firstPageOf(person: Person): string {
    const next = new URLSearchParams(location.search).get('next');
    if (next !== null && PAGES_TO_RETURN_TO.includes(next)) {
        return next;
    }
    return isAgent(person) && !person.roles.includes('developer') ? '/desk' : '/console';
}
