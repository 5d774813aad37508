/** A page that is one form: it is sent, it is busy, and it shows what is to be mended. */
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { type FieldErrors, Problem } from '../api/problem';
import { t } from '../texts/texts';
import { focusFirstInvalid, notice, typedInto } from './fields';
import { Page } from './piece';

export abstract class FormPage extends Page {
    static override properties: PropertyDeclarations = { busy: { state: true }, problem: { state: true } };
    declare busy: boolean;
    declare problem: Problem | undefined;

    constructor() {
        super();
        this.busy = false;
    }

    /** Sends what was typed; throws a problem. */
    protected abstract send(typed: Record<string, string>, form: HTMLFormElement): Promise<void>;

    protected get errors(): FieldErrors {
        return this.problem?.fields ?? {};
    }

    protected readonly onSubmit = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        if (this.busy) {
            return;
        }
        const form = event.currentTarget as HTMLFormElement;
        this.busy = true;
        this.problem = undefined;
        try {
            await this.send(typedInto(form), form);
        } catch (thrown) {
            await this.fail(Problem.from(thrown));
        } finally {
            this.busy = false;
        }
    };

    protected async fail(problem: Problem): Promise<void> {
        this.problem = problem;
        await this.updateComplete;
        // Fields within elements of their own render a moment later.
        requestAnimationFrame(() => focusFirstInvalid(this));
    }

    protected sendButton(label: string): TemplateResult {
        return html`<button class="button primary wide" aria-disabled=${this.busy}>${this.busy ? t('form.busy') : label}</button>`;
    }

    /** The problem as a whole, unless the fields say it. */
    protected failure(): TemplateResult {
        return notice('error', this.problem?.hasFields ? t('form.mend') : this.problem?.message);
    }
}
