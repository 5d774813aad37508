/** What went wrong with a call, in words for the person. */
import { t } from '../texts/texts';

interface ProblemDocument {
    readonly title?: string;
    readonly detail?: string;
    readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** Messages by the field that they belong to. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export class Problem extends Error {
    private constructor(
        /** The HTTP status, 0 when nobody answered. */
        readonly status: number,
        message: string,
        readonly fields: FieldErrors = {},
    ) {
        super(message);
    }

    static unreachable(): Problem {
        return new Problem(0, t('problem.unreachable'));
    }

    static async of(response: Response): Promise<Problem> {
        const said = await document(response);
        return new Problem(response.status, said.detail ?? said.title ?? t('problem.unknown'), byField(said.errors ?? []));
    }

    /** Anything thrown, as a problem that can be shown. */
    static from(thrown: unknown): Problem {
        return thrown instanceof Problem ? thrown : new Problem(0, t('problem.unknown'));
    }

    get hasFields(): boolean {
        return Object.keys(this.fields).length > 0;
    }
}

async function document(response: Response): Promise<ProblemDocument> {
    try {
        return (await response.json()) as ProblemDocument;
    } catch {
        return {};
    }
}

function byField(errors: NonNullable<ProblemDocument['errors']>): FieldErrors {
    const fields: Record<string, string[]> = {};
    for (const { field, message } of errors) {
        (fields[field] ??= []).push(message);
    }
    return fields;
}
