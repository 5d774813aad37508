/** Calls to the platform: in the chosen language, with the CSRF token, and with problems that can be shown. */
import { tag } from '../texts/texts';
import { Problem } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export function get<T>(path: string): Promise<T> {
    return call<T>('GET', path);
}

/** Calls and returns the answer; throws a {@link Problem}. */
export async function call<T = void>(method: Method, path: string, body?: unknown): Promise<T> {
    const response = await send(path, {
        method,
        headers: await headers(method, path, body),
        body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) {
        throw await Problem.of(response);
    }
    return (saysSomething(response) ? await response.json() : undefined) as T;
}

function saysSomething(response: Response): boolean {
    return response.status !== 204 && (response.headers.get('Content-Type')?.includes('json') ?? false);
}

async function send(path: string, request: RequestInit): Promise<Response> {
    try {
        return await fetch(path, { ...request, credentials: 'same-origin', cache: 'no-store' });
    } catch {
        throw Problem.unreachable();
    }
}

async function headers(method: Method, path: string, body: unknown): Promise<Record<string, string>> {
    const token = method === 'GET' ? undefined : await csrfToken(method, path);
    return {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': tag(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { 'X-XSRF-TOKEN': token }),
    };
}

async function csrfToken(method: Method, path: string): Promise<string | undefined> {
    const token = cookie('XSRF-TOKEN');
    if (token !== undefined || needsNone(method, path)) {
        return token;
    }
    // Who is asking about themselves is always given a token.
    await send('/api/me', { headers: { 'Accept-Language': tag() } });
    return cookie('XSRF-TOKEN');
}

function needsNone(method: Method, path: string): boolean {
    return method === 'POST' && (path === '/api/accounts' || path === '/api/session');
}

function cookie(name: string): string | undefined {
    const found = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`));
    return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1));
}
