import type { Texts } from '../texts';

/** The person is not signed in, or no longer. */
export class SignedOut extends Error {}

export interface Token {
    token: string;
    expiresAt: string;
}

/**
 * For pages that sign people in themselves: gives an access token of their OIDC issuer, which is exchanged for one of
 * the chat, or at once a token of the chat.
 */
export type TokenProvider = () => Promise<string | Token>;

const AHEAD = 60_000;
/** From here on a file is sent in parts. */
const LARGE = 1 << 20;

/** The server's HTTP side: tokens and uploads. */
export class Server {
    #held: Token | null = null;

    constructor(
        private readonly base: URL,
        private readonly language: () => string,
        private readonly provider: () => TokenProvider | null,
    ) {}

    get socket(): string {
        const url = new URL('webchat/socket', this.base);
        url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
        return url.href;
    }

    /** A token that is still good for a while. */
    async token(): Promise<string> {
        if (!this.#held || this.#timeLeft() < AHEAD / 2) {
            this.#held = await this.#fetchToken();
        }
        return this.#held.token;
    }

    /** Milliseconds until the token should be renewed; never so few that a wrong clock makes this page hurry. */
    renewIn(): number {
        return Math.max(30_000, Math.min(this.#timeLeft() - AHEAD, 3_600_000));
    }

    forget(): void {
        this.#held = null;
    }

    /** Uploads a file and gives its id; what goes wrong is said in the person's language. */
    async upload(file: File, texts: Texts): Promise<string> {
        const response = await this.#sendFile(file).catch(() => null);
        if (!response?.ok) {
            throw new Error((await detail(response)) ?? texts.uploadFailed);
        }
        return (await response.json()).upload;
    }

    async #sendFile(file: File): Promise<Response> {
        if (file.size > LARGE) {
            const parts: typeof import('../parts') = await import(`${this.base}webchat/parts/parts.js`);
            return parts.send(file, this.base, this.language(), () => this.token());
        }
        const body = new FormData();
        body.append('file', file, file.name);
        return this.#post('api/webchat/uploads', { Authorization: `Bearer ${await this.token()}` }, body);
    }

    #timeLeft(): number {
        const end = Date.parse(this.#held?.expiresAt ?? '');
        return Number.isNaN(end) ? 10 * AHEAD : end - Date.now();
    }

    async #fetchToken(): Promise<Token> {
        const given = await this.provider()?.();
        if (typeof given === 'object') {
            return given;
        }
        const headers: Record<string, string> = given ? { Authorization: `Bearer ${given}` } : await this.#csrf();
        const response = await this.#post('api/webchat/token', headers);
        // 403 is no answer to who this is: the page's CSRF token was renewed meanwhile, and the next attempt has the new one.
        if (response.status === 401) {
            throw new SignedOut();
        }
        return accepted(response).json();
    }

    async #csrf(): Promise<Record<string, string>> {
        if (!xsrfCookie()) {
            const response = await fetch(new URL('api/me', this.base), { credentials: 'include' });
            if (response.status === 401) {
                throw new SignedOut();
            }
        }
        return { 'X-XSRF-TOKEN': xsrfCookie() };
    }

    #post(path: string, headers: Record<string, string>, body?: FormData): Promise<Response> {
        return fetch(new URL(path, this.base), {
            method: 'POST',
            credentials: 'include',
            headers: { Accept: 'application/json', 'Accept-Language': this.language(), ...headers },
            body,
        });
    }
}

function accepted(response: Response): Response {
    if (!response.ok) {
        throw new Error(`${response.status}`);
    }
    return response;
}

function xsrfCookie(): string {
    return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
}

async function detail(response: Response | null): Promise<string | undefined> {
    const problem = await response?.json().catch(() => null);
    return problem?.errors?.[0]?.message ?? problem?.detail ?? problem?.title;
}
