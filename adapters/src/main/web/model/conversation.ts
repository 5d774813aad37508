import { answered, overtaken } from './answers';
import { Connection, type Line } from './connection';
import { Outbox, type Unsent } from './outbox';
import type { Author, Choice, Deed, Fields, Message, Person, ServerFrame } from './protocol';
import { Sender } from './sender';
import type { Server } from './server';
import { onChangeElsewhere, read, wipe, write } from './storage';
import { Transcript } from './transcript';

export interface Observer {
    locale(): string;
    /** Something that is shown has changed. */
    changed(): void;
    /** The bot has said or revised something after the person came. */
    moved(): void;
}

const SIGNED_OUT = 'signed-out';
const TYPING_LASTS = 6_000;
const TYPING_EVERY = 3_000;

/** A person's conversation as this page knows it: what was said, what is still being sent, and the line to the server. */
export class Conversation {
    person: Person = {};
    welcomeLocale?: string;
    /** The newest sequence number when the server welcomed us; everything up to it is history. */
    history: number | null = null;
    typist: Author | null = null;
    /** A complaint of the server that belongs to no message. */
    complaint = '';

    readonly #transcript = new Transcript();
    readonly #outbox = new Outbox();
    readonly #sender: Sender;
    readonly #connection: Connection;
    /** What was done from this page: acknowledged deeds whose message has not come yet, and answers by message. */
    readonly #acknowledged = new Map<number, Unsent>();
    /** Deeds whose message has come although their acknowledgement has not yet. */
    readonly #overtaken = new Set<string>();
    readonly #choices = new Map<number, string>();
    readonly #submissions = new Map<number, number>();
    #id: string | null = null;
    #lastTyping = 0;
    #lastDeed = 0;
    #typingEnds?: number;
    readonly #life = new AbortController();

    constructor(
        private readonly server: Server,
        private readonly observer: Observer,
    ) {
        this.#connection = new Connection(server, {
            greeting: () => ({ cursor: this.#transcript.greet(), locale: observer.locale() }),
            received: frame => this.#received(frame),
            changed: () => this.#lineChanged(),
        });
        this.#sender = new Sender({
            unsent: () => this.#outbox.entries(this.#id).filter(entry => !entry.refused),
            ready: () => this.#connection.line === 'open',
            send: deed => this.#connection.send(deed),
            stuck: () => this.#connection.reopen(),
        });
    }

    get line(): Line {
        return this.#connection.line;
    }

    get messages(): Message[] {
        return this.#transcript.messages;
    }

    /** What the person did that no message of the transcript shows yet. */
    get pending(): Unsent[] {
        const waiting = this.#outbox.entries(this.#id).filter(({ deed, refused }) => refused || !this.#overtaken.has(deed.id));
        return [...this.#acknowledged.values(), ...waiting];
    }

    get unread(): number {
        const seen = this.#seen;
        return this.messages.filter(message => message.seq > seen && message.author !== 'person').length;
    }

    start(): void {
        onChangeElsewhere(key => this.#onOtherTab(key), this.#life.signal);
        this.#connection.start();
    }

    stop(): void {
        this.#life.abort();
        this.#connection.stop();
    }

    /** Greets anew, for example in another language. */
    reopen(): void {
        this.#connection.reopen();
    }

    /** The person signed out: nothing of theirs stays in this browser. */
    wipe(): void {
        wipe();
        write(SIGNED_OUT, `${Date.now()}`);
        this.#forget();
    }

    say(text: string): void {
        this.#act({ type: 'say', id: newId(), text }, text);
    }

    attach(upload: string, name: string, text: string): void {
        this.#act({ type: 'attach', id: newId(), upload, ...(text && { text }) }, text ? `${name}\n${text}` : name);
    }

    choose(message: Message, choice: Choice, label: string): void {
        this.#choices.set(message.seq, choice.id);
        this.#act({ type: 'choose', id: newId(), seq: message.seq, choice: choice.id }, label);
    }

    submit(message: Message, fields: Fields, label: string, secret: boolean): void {
        this.#submissions.set(message.seq, message.revision ?? 0);
        this.#act({ type: 'submit', id: newId(), seq: message.seq, fields }, label, secret);
    }

    retry(entry: Unsent): void {
        const secret = this.#outbox.holdsSecret(entry.deed.id);
        this.#outbox.remove(entry.deed.id);
        this.#act({ ...entry.deed, id: newId() }, entry.label, secret);
    }

    discard(entry: Unsent): void {
        this.#outbox.remove(entry.deed.id);
        this.observer.changed();
    }

    dismiss(): void {
        this.complaint = '';
        this.observer.changed();
    }

    /** Whether the server has not yet said that it has this. */
    isWaiting({ deed }: Unsent): boolean {
        return ![...this.#acknowledged.values()].some(entry => entry.deed.id === deed.id);
    }

    chosen(message: Message, choices: Choice[]): string | undefined {
        return this.#choices.get(message.seq) ?? answered(message, choices, this.messages);
    }

    submitted(message: Message): boolean {
        return this.#submissions.get(message.seq) === (message.revision ?? 0) || overtaken(message, this.messages);
    }

    /** Whether this form's answers are under way. */
    submitting(message: Message): boolean {
        return this.#outbox
            .entries(this.#id)
            .some(({ deed, refused }) => deed.type === 'submit' && deed.seq === message.seq && !refused);
    }

    typing(): void {
        if (Date.now() - this.#lastTyping > TYPING_EVERY && this.#connection.send({ type: 'typing' })) {
            this.#lastTyping = Date.now();
        }
    }

    /** The person has everything before their eyes. */
    read(): void {
        const cursor = this.#transcript.last;
        if (this.#id && cursor > this.#seen) {
            write(`read/${this.#id}`, `${cursor}`);
            this.#connection.send({ type: 'read', cursor });
        }
    }

    get #seen(): number {
        return this.#id ? Number(read(`read/${this.#id}`) ?? this.history ?? 0) : 0;
    }

    #act(deed: Deed, label: string, secret = false): void {
        this.#lastDeed = Math.max(Date.now(), this.#lastDeed + 1);
        const at = new Date(this.#lastDeed).toISOString();
        this.#outbox.add({ deed, label, at, conversation: this.#id }, secret);
        this.complaint = '';
        this.#sender.wake();
        this.observer.changed();
    }

    #received(frame: ServerFrame): void {
        switch (frame.type) {
            case 'welcome':
                this.#welcomed(frame);
                break;
            case 'message':
                this.#heard(frame);
                break;
            case 'revise':
                if (this.#transcript.revise(frame.seq, frame.revision, frame.blocks)) {
                    this.observer.moved();
                }
                break;
            case 'ack':
                this.#stored(frame.id, frame.seq);
                break;
            case 'typing':
                this.#typed(frame.author ?? 'bot');
                break;
            case 'error':
                this.#refused(frame.id, frame.message ?? frame.code ?? '');
        }
        this.observer.changed();
    }

    #welcomed(frame: Extract<ServerFrame, { type: 'welcome' }>): void {
        if (this.#id !== null && this.#id !== frame.conversation) {
            this.#forgetPerson();
            this.#id = frame.conversation;
            return this.#connection.reopen();
        }
        this.#id = frame.conversation;
        this.person = frame.person ?? {};
        this.welcomeLocale = frame.locale;
        this.history ??= frame.cursor;
        this.#outbox.adopt(frame.conversation);
        this.#sender.lineChanged();
    }

    #heard(message: Message): void {
        if (!Array.isArray(message.blocks)) {
            return;
        }
        this.#acknowledged.delete(message.seq);
        const unknown = this.#transcript.add(message);
        if (message.author === 'person' && unknown) {
            this.#recognise(message);
        }
        if (message.author !== 'person') {
            this.#typed(null);
            if (unknown && message.seq > (this.history ?? 0)) {
                this.observer.moved();
            }
        }
    }

    /** The message may be faster than the acknowledgement: then nothing is shown twice. */
    #recognise(message: Message): void {
        const said = message.blocks.map(block => (block.type === 'text' ? block.text : '')).join('\n');
        const entry = this.#outbox
            .entries(this.#id)
            .find(({ deed, label, refused }) => !refused && label === said && !this.#overtaken.has(deed.id));
        if (entry) {
            this.#overtaken.add(entry.deed.id);
        }
    }

    #stored(id: string, seq: number): void {
        const entry = this.#outbox.find(id);
        this.#outbox.remove(id);
        this.#overtaken.delete(id);
        if (entry && !this.#transcript.has(seq)) {
            this.#acknowledged.set(seq, entry);
        }
        this.#sender.wake();
    }

    #refused(id: string | undefined, reason: string): void {
        const entry = id && this.#outbox.find(id);
        if (!entry) {
            this.complaint = reason;
            return;
        }
        this.#outbox.change(entry.deed.id, { refused: reason });
        if ('seq' in entry.deed) {
            this.#choices.delete(entry.deed.seq);
            this.#submissions.delete(entry.deed.seq);
        }
        this.#sender.wake();
    }

    #typed(author: Author | null): void {
        this.typist = author;
        clearTimeout(this.#typingEnds);
        if (author) {
            this.#typingEnds = setTimeout(() => {
                this.typist = null;
                this.observer.changed();
            }, TYPING_LASTS);
        }
    }

    #lineChanged(): void {
        this.#typed(null);
        this.#sender.wake();
        this.observer.changed();
    }

    /** Another tab has written to the outbox, has read on, or the person has signed out there. */
    #onOtherTab(key: string): void {
        if (key === SIGNED_OUT) {
            this.#forget();
        } else {
            this.#sender.wake();
            this.observer.changed();
        }
    }

    #forget(): void {
        this.#forgetPerson();
        this.#outbox.clear();
        this.#connection.signOut();
        this.observer.changed();
    }

    #forgetPerson(): void {
        this.#transcript.clear();
        this.#acknowledged.clear();
        this.#overtaken.clear();
        this.#choices.clear();
        this.#submissions.clear();
        this.person = {};
        this.history = null;
        this.#id = null;
        this.server.forget();
    }
}

/** A random UUID; `crypto.randomUUID` is missing on pages without https. */
function newId(): string {
    const random = () => crypto.getRandomValues(new Uint8Array(1))[0];
    return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit =>
        (+digit ^ (random() & (15 >> (+digit / 4)))).toString(16),
    );
}
