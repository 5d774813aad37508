import type { Block, Message } from './protocol';

/** What was said, in the order of its sequence numbers, each number once. */
export class Transcript {
    readonly #bySeq = new Map<number, Message>();
    #revisedSinceHello = new Set<number>();
    #contiguous = 0;

    get messages(): Message[] {
        return [...this.#bySeq.values()].sort((one, other) => one.seq - other.seq);
    }

    get last(): number {
        return Math.max(0, ...this.#bySeq.keys());
    }

    has(seq: number): boolean {
        return this.#bySeq.has(seq);
    }

    /**
     * Where the server shall begin when it is greeted again. A revision that came while nobody listened is not sent
     * again by itself, so it begins before the oldest message that could have been revised meanwhile.
     */
    greet(): number {
        this.#revisedSinceHello = new Set();
        const unsettled = this.messages.find(message => message.seq <= this.#contiguous && message.blocks.some(mayChange));
        return unsettled ? unsettled.seq - 1 : this.#contiguous;
    }

    /** Takes a message in; one that is known already only brings its newer blocks. Tells whether it was unknown. */
    add(message: Message): boolean {
        const known = this.#bySeq.get(message.seq);
        if (known && this.#revisedSinceHello.has(message.seq)) {
            return false;
        }
        this.#bySeq.set(message.seq, { ...message, revision: message.revision ?? known?.revision ?? 0 });
        while (this.#bySeq.has(this.#contiguous + 1)) {
            this.#contiguous++;
        }
        return !known;
    }

    revise(seq: number, revision: number, blocks: Block[]): boolean {
        const known = this.#bySeq.get(seq);
        if (!known || revision <= (known.revision ?? 0)) {
            return false;
        }
        this.#revisedSinceHello.add(seq);
        this.#bySeq.set(seq, { ...known, revision, blocks });
        return true;
    }

    clear(): void {
        this.#bySeq.clear();
        this.#revisedSinceHello.clear();
        this.#contiguous = 0;
    }
}

function mayChange(block: Block): boolean {
    return (
        (block.type === 'progress' && block.state === 'running') ||
        (block.type === 'approval' && block.state === 'requested')
    );
}
