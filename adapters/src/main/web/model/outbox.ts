import type { Deed } from './protocol';
import { keys, parsed, read, remove, write } from './storage';

/** Something that the person did and the server has not acknowledged yet. */
export interface Unsent {
    deed: Deed;
    /** What its bubble says until the server's own message takes its place. */
    label: string;
    at: string;
    /** The conversation it belongs to; null as long as the server has not told which one it is. */
    conversation: string | null;
    /** Why the server refused it; it is not sent again by itself. */
    refused?: string;
}

const PLACE = 'outbox/';

/**
 * The queue of what is still to be sent. It outlives a reload and is shared by all tabs: one key an entry, so that two
 * tabs never overwrite each other. What contains a secret stays in this page's memory.
 */
export class Outbox {
    readonly #volatile = new Map<string, Unsent>();

    add(entry: Unsent, secret: boolean): void {
        if (secret) {
            this.#volatile.set(entry.deed.id, entry);
        } else {
            write(PLACE + entry.deed.id, JSON.stringify(entry));
        }
    }

    /** Everything that belongs to this conversation, oldest first. */
    entries(conversation: string | null): Unsent[] {
        const stored = keys(PLACE).map(key => parse(read(key))).filter(entry => entry !== null);
        return [...stored, ...this.#volatile.values()]
            .filter(entry => entry.conversation === null || entry.conversation === conversation)
            .sort((one, other) => (one.at < other.at ? -1 : 1));
    }

    find(id: string): Unsent | null {
        return this.#volatile.get(id) ?? parse(read(PLACE + id));
    }

    change(id: string, change: Partial<Unsent>): void {
        const entry = this.find(id);
        if (entry) {
            this.add({ ...entry, ...change }, this.#volatile.has(id));
        }
    }

    holdsSecret(id: string): boolean {
        return this.#volatile.has(id);
    }

    remove(id: string): void {
        this.#volatile.delete(id);
        remove(PLACE + id);
    }

    /** What was written before the server said who is speaking belongs to the one who speaks. */
    adopt(conversation: string): void {
        for (const entry of this.entries(null)) {
            this.change(entry.deed.id, { conversation });
        }
    }

    clear(): void {
        this.#volatile.clear();
        keys(PLACE).forEach(remove);
    }
}

function parse(text: string | null): Unsent | null {
    const entry = parsed<Unsent>(text ?? '');
    return entry?.deed?.id ? entry : null;
}
