import type { Deed } from './protocol';
import type { Unsent } from './outbox';

const PATIENCE = 8_000;
const POLITENESS = 1_000;

/** What the sender needs of the conversation. */
export interface Sending {
    unsent(): Unsent[];
    ready(): boolean;
    send(deed: Deed): boolean;
    /** The server does not answer although the line seems to be open. */
    stuck(): void;
}

/**
 * Sends what waits in the outbox and repeats it until it is acknowledged. All tabs share the outbox; a lock lets one of
 * them send at a time, so that nothing crosses the line twice. It is a courtesy only, because the server knows the ids:
 * whoever has no locks, or waits for a tab that the system has put to sleep with the lock in its hand, sends all the same.
 */
export class Sender {
    #busy = false;
    #sent = new Set<string>();
    #nudge: () => void = () => undefined;

    constructor(private readonly sending: Sending) {}

    /** Something has changed: the line, the outbox, or an acknowledgement came. */
    wake(): void {
        this.#nudge();
        if (!this.#busy && this.sending.ready() && this.sending.unsent().length > 0) {
            this.#busy = true;
            void this.#exclusively(() => this.#empty()).finally(() => (this.#busy = false));
        }
    }

    /** The line is a new one: nothing has been sent on it. */
    lineChanged(): void {
        this.#sent = new Set();
        this.wake();
    }

    async #empty(): Promise<void> {
        let repeats = 0;
        while (this.sending.ready() && this.sending.unsent().length > 0) {
            this.#sendNew();
            const waiting = this.sending.unsent().length;
            if (await this.#pause()) {
                repeats = this.sending.unsent().length < waiting ? 0 : repeats;
            } else if (++repeats > 2) {
                return this.sending.stuck();
            } else {
                this.#sent.clear();
            }
        }
    }

    #sendNew(): void {
        for (const { deed } of this.sending.unsent()) {
            if (!this.#sent.has(deed.id) && this.sending.send(deed)) {
                this.#sent.add(deed.id);
            }
        }
    }

    /** True when something happened before patience ran out. */
    #pause(): Promise<boolean> {
        return new Promise(resolve => {
            const timeout = setTimeout(() => resolve(false), PATIENCE);
            this.#nudge = () => {
                clearTimeout(timeout);
                resolve(true);
            };
        });
    }

    async #exclusively(action: () => Promise<void>): Promise<void> {
        const waiting = new AbortController();
        setTimeout(() => waiting.abort(), POLITENESS);
        await (navigator.locks?.request('cosmopilot-chat', { signal: waiting.signal }, action).catch(action) ?? action());
    }
}
