import type { ClientFrame, ServerFrame } from './protocol';
import { SignedOut, type Server } from './server';
import { parsed } from './storage';

/** `waiting`: the line is broken and is tried again by itself. */
export type Line = 'closed' | 'connecting' | 'open' | 'waiting' | 'signed-out';

export interface Listener {
    greeting(): { cursor: number; locale: string };
    received(frame: ServerFrame): void;
    changed(line: Line): void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const WELCOME_WITHIN = 15_000;
const SUSPICIOUS_SILENCE = 120_000;

/** One socket to the server, opened again for as long as it takes; pauses grow, with jitter, and never give up. */
export class Connection {
    line: Line = 'closed';
    #socket: WebSocket | null = null;
    #attempts = 0;
    #heard = 0;
    #dialled = 0;
    #retry?: number;
    #renewal?: number;
    readonly #life = new AbortController();

    constructor(
        private readonly server: Server,
        private readonly listener: Listener,
    ) {}

    start(): void {
        const { signal } = this.#life;
        const wake = () => this.#onWake();
        addEventListener('online', wake, { signal });
        addEventListener('focus', wake, { signal });
        addEventListener('visibilitychange', wake, { signal });
        addEventListener('offline', () => this.#socket && this.#broken(this.#socket), { signal });
        void this.#connect();
    }

    stop(): void {
        this.#life.abort();
        this.#hangUp();
        this.#become('closed');
    }

    /** Begins again at once, with a new greeting. */
    reopen(): void {
        this.#hangUp();
        void this.#connect();
    }

    signOut(): void {
        this.#hangUp();
        this.server.forget();
        this.#become('signed-out');
    }

    send(frame: ClientFrame): boolean {
        if (this.line !== 'open' && frame.type !== 'hello') {
            return false;
        }
        if (this.#socket?.readyState !== WebSocket.OPEN) {
            return false;
        }
        this.#socket.send(JSON.stringify(frame));
        return true;
    }

    async #connect(): Promise<void> {
        clearTimeout(this.#retry);
        if (this.line !== 'waiting' && this.line !== 'signed-out') {
            this.#become('connecting');
        }
        const socket = await this.#dial();
        if (!socket) {
            return;
        }
        const impatient = setTimeout(() => this.line !== 'open' && this.#broken(socket), WELCOME_WITHIN);
        socket.onmessage = event => this.#socket === socket && this.#onFrame(event.data);
        socket.onclose = () => {
            clearTimeout(impatient);
            this.#broken(socket);
        };
    }

    /** Fetches the token and greets; null when that failed, or when another attempt has overtaken this one. */
    async #dial(): Promise<WebSocket | null> {
        const turn = ++this.#dialled;
        try {
            const token = await this.server.token();
            if (turn !== this.#dialled) {
                return null;
            }
            const socket = new WebSocket(this.server.socket);
            this.#socket = socket;
            socket.onopen = () => this.send({ type: 'hello', token, ...this.listener.greeting() });
            return socket;
        } catch (failure) {
            if (turn === this.#dialled) {
                this.#failed(failure, () => this.#pause());
            }
            return null;
        }
    }

    #onFrame(data: unknown): void {
        this.#heard = Date.now();
        const frame = parsed<ServerFrame>(String(data));
        if (frame?.type === 'welcome') {
            this.#attempts = 0;
            this.#become('open');
            this.#renewLater();
        }
        if (frame?.type === 'expired') {
            this.#onExpired();
        } else if (frame) {
            this.listener.received(frame);
        }
    }

    #onExpired(): void {
        this.server.forget();
        if (this.line === 'open') {
            void this.#renew();
        } else if (this.#socket) {
            this.#broken(this.#socket);
        }
    }

    async #renew(): Promise<void> {
        try {
            this.send({ type: 'refresh', token: await this.server.token() });
            this.#renewLater();
        } catch (failure) {
            this.#failed(failure, () => this.#renewLater());
        }
    }

    #failed(failure: unknown, otherwise: () => void): void {
        if (failure instanceof SignedOut) {
            this.signOut();
        } else {
            otherwise();
        }
    }

    #renewLater(): void {
        clearTimeout(this.#renewal);
        this.#renewal = setTimeout(() => {
            this.server.forget();
            void this.#renew();
        }, this.server.renewIn());
    }

    /** The computer woke up, the network is back, or the person returned to this page. */
    #onWake(): void {
        if (document.hidden) {
            return;
        }
        const doubtful = this.line === 'open' && Date.now() - this.#heard > SUSPICIOUS_SILENCE;
        if (doubtful || this.line === 'waiting' || this.line === 'signed-out') {
            this.#attempts = 0;
            this.reopen();
        }
    }

    #broken(socket: WebSocket): void {
        if (this.#socket === socket) {
            this.#hangUp();
            this.#pause();
        }
    }

    #pause(): void {
        this.#become('waiting');
        const grown = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(this.#attempts++, 10));
        const pause = navigator.onLine ? grown : LONGEST_PAUSE;
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => void this.#connect(), pause * (0.5 + Math.random() / 2));
    }

    #hangUp(): void {
        clearTimeout(this.#retry);
        clearTimeout(this.#renewal);
        this.#dialled++;
        const socket = this.#socket;
        this.#socket = null;
        socket?.close(1000);
    }

    #become(line: Line): void {
        if (this.line !== line) {
            this.line = line;
            this.listener.changed(line);
        }
    }
}
