import { type UseFormReturnType, useForm } from "@mantine/form";
import type { UseMutationResult } from "@tanstack/react-query";
import { type FieldRefusal, Refusal } from "lib/api-client/refusal";
import { forgetUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { type ReactNode, useState } from "react";
import { Button } from "ui/button/button";
import styles from "ui/form/form.module.css";
import { FormFoot } from "ui/form/form-foot";
import { useFieldSentence, useRefusalSentence } from "ui/state/refusal-sentence";

interface RequestFormOptions<Values extends Record<string, unknown>, Body, Answer> {
  initialValues: Values;
  /** The hook of the one request this form sends. */
  request: UseMutationResult<Answer, Error, Body>;
  /** What the server wants, made of what stands in the form; the values themselves when left out. */
  body?: (values: Values) => Body;
  onDone?: (answer: Answer, values: Values) => void;
  /** By this name what is typed is kept in the tab until it is sent. */
  unsent?: string;
}

export interface RequestFormState<Values extends Record<string, unknown>> {
  /** Mantine's form: spread `fields.getInputProps("name")` into a field. */
  fields: UseFormReturnType<Values>;
  send: () => void;
  busy: boolean;
  /** Why the whole was refused, as a sentence. */
  refusal: string | undefined;
}

/**
 * A form that sends one request. The server decides what is wrong: every field error comes back at once, as a
 * pointer and a code, and stands beside its field; a refusal of the whole stands above the button.
 */
export function useRequestForm<Values extends Record<string, unknown>, Body = Values, Answer = unknown>({
  initialValues,
  request,
  body,
  onDone,
  unsent,
}: RequestFormOptions<Values, Body, Answer>): RequestFormState<Values> {
  const [before] = useState(initialValues);
  const fields = useForm<Values>({
    initialValues: (unsent && unsentOver(unsent, before)) || before,
    onValuesChange: (typed) => unsent && keepUnsent(unsent, before, typed),
  });
  const [refusal, setRefusal] = useState<string>();
  const sentenceOf = useRefusalSentence();
  const fieldSentenceOf = useFieldSentence();

  const showWhy = (error: Error) => {
    const refused = error instanceof Refusal ? error.fields : [];
    const errors = Object.fromEntries(
      refused.map((field) => [pathOf(field.pointer), fieldSentenceOf(emptyIsMissing(field))] as const),
    );
    fields.setErrors(errors);
    const first = Object.keys(errors)[0];
    if (first !== undefined) fields.getInputNode(first)?.focus();
    // What has no field of its own to stand beside is said above the button.
    const elsewhere = refused.filter((field) => fields.getInputNode(pathOf(field.pointer)) === null);
    if (refused.length === 0) setRefusal(sentenceOf(error));
    else
      setRefusal(elsewhere.length === 0 ? undefined : [...new Set(elsewhere.map(fieldSentenceOf))].join(" "));
  };

  // Where nothing stands, nobody counts characters.
  const emptyIsMissing = (field: FieldRefusal): FieldRefusal =>
    field.code === "too_short" && fields.getInputProps(pathOf(field.pointer)).value === ""
      ? { pointer: field.pointer, code: "required" }
      : field;

  const send = () => {
    fields.clearErrors();
    setRefusal(undefined);
    const values = fields.getValues();
    request.mutate(body ? body(values) : (values as unknown as Body), {
      onSuccess: (answer) => {
        if (unsent) forgetUnsent(unsent);
        onDone?.(answer, values);
      },
      onError: showWhy,
    });
  };

  return { fields, send, busy: request.isPending, refusal };
}

/** `/aims/0/text` is `aims.0.text` to the form. */
function pathOf(pointer: string): string {
  return pointer.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
}

interface RequestFormProps<Values extends Record<string, unknown>> {
  form: RequestFormState<Values>;
  /** The words on the button: the verb itself. */
  submit: string;
  kind?: "filled" | "plain";
  /** Beside the button: a bare way back, who sees it. */
  beside?: ReactNode;
  children: ReactNode;
}

export function RequestForm<Values extends Record<string, unknown>>({
  form,
  submit,
  kind = "filled",
  beside,
  children,
}: RequestFormProps<Values>) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      {children}
      <p role="alert" className={styles.refusal} hidden={!form.refusal}>
        {form.refusal}
      </p>
      <FormFoot>
        <Button kind={kind} type="submit" busy={form.busy}>
          {submit}
        </Button>
        {beside}
      </FormFoot>
    </form>
  );
}
