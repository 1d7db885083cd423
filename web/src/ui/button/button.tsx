import { Button as MantineButton } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, forwardRef, type MouseEvent, type ReactNode, type Ref } from "react";
import styles from "ui/button/button.module.css";

/** `filled` is the next step, once a page; `plain` is any other; `bare` is a quiet one, such as a way out. */
type ButtonKind = "filled" | "plain" | "bare";

const variants = { filled: "filled", plain: "default", bare: "transparent" } as const;

interface ButtonProps {
  kind?: ButtonKind;
  /** Draws a wheel and takes no second press. */
  busy?: boolean;
  disabled?: boolean;
  type?: "button" | "submit";
  onClick?: () => void;
  /** For a button whose words do not say enough alone ("Remove"). */
  label?: string;
  children: ReactNode;
}

export function Button({
  kind = "plain",
  busy = false,
  type = "button",
  label,
  onClick,
  ...rest
}: ButtonProps) {
  // A double click is one press: the second would land on whatever the first has led to.
  const press = (event: MouseEvent) => {
    if (event.detail > 1) event.preventDefault();
    else onClick?.();
  };
  return (
    <MantineButton
      variant={variants[kind]}
      className={kind === "bare" ? styles.bare : styles.button}
      classNames={{ label: styles.label ?? "" }}
      loading={busy}
      type={type}
      aria-label={label}
      onClick={press}
      {...rest}
    />
  );
}

type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { kind?: ButtonKind };

const AnchorButton = forwardRef(function AnchorButton(
  { kind = "plain", className, ...rest }: AnchorProps,
  ref: Ref<HTMLAnchorElement>,
) {
  return (
    <MantineButton
      component="a"
      ref={ref}
      variant={variants[kind]}
      className={[kind === "bare" ? styles.bare : styles.button, className].filter(Boolean).join(" ")}
      classNames={{ label: styles.label ?? "" }}
      {...rest}
    />
  );
});

/** A link that looks like a button: `<ButtonLink kind="filled" to="/suggestions">`. */
export const ButtonLink = createLink(AnchorButton);

/** The same for an address outside the table of routes (a file, a printed letter). */
export const ButtonAnchor = AnchorButton;
