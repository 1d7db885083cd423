import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

// tokens.css is the source; these say the same to Mantine. A tuple of one token has no shades to choose among:
// light and dark are already inside the token.
function token(name: string): MantineColorsTuple {
  return Array.from({ length: 10 }, () => `var(${name})`) as unknown as MantineColorsTuple;
}

const button: VariantColorsResolver = (input) => {
  if (input.variant === "filled") {
    return {
      background: "var(--teal)",
      hover: "color-mix(in srgb, var(--teal) 86%, var(--ink))",
      color: "var(--paper)",
      border: "1px solid transparent",
    };
  }
  if (input.variant === "default") {
    return {
      background: "transparent",
      hover: "var(--sunk)",
      color: "var(--ink)",
      border: "1px solid var(--edge)",
    };
  }
  return defaultVariantColorsResolver(input);
};

export const theme = createTheme({
  fontFamily: "var(--font-work)",
  headings: { fontFamily: "var(--font-speak)", fontWeight: "480" },
  fontSizes: {
    xs: "var(--size-1)",
    sm: "var(--size-2)",
    md: "var(--size-2)",
    lg: "var(--size-3)",
    xl: "var(--size-4)",
  },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.4" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "4px", sm: "8px", md: "8px", lg: "14px", xl: "999px" },
  defaultRadius: "md",
  primaryColor: "teal",
  colors: { teal: token("--teal-mark"), copper: token("--copper-mark") },
  variantColorResolver: button,
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  components: {
    Button: { defaultProps: { radius: "xl" }, vars: () => ({ root: { "--button-height": "40px" } }) },
    // What helps to answer stands below its field, so that fields beside each other stand on one line.
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "input", "error", "description"] } },
    Checkbox: { defaultProps: { radius: "xs" }, styles: { input: { borderColor: "var(--edge)" } } },
    Radio: { styles: { radio: { borderColor: "var(--edge)" } } },
    Progress: { defaultProps: { radius: "xl" } },
  },
});

export const variables: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-body": "var(--ground)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-2)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-anchor": "var(--teal)",
    "--mantine-color-error": "var(--stop)",
    "--mantine-color-default": "var(--paper)",
    "--mantine-color-default-hover": "var(--sunk)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--edge)",
    "--mantine-color-disabled": "var(--sunk)",
    "--mantine-color-disabled-color": "var(--ink-3)",
    "--mantine-color-disabled-border": "var(--rule)",
    "--mantine-primary-color-filled": "var(--teal)",
    "--mantine-primary-color-contrast": "var(--paper)",
  },
  light: {},
  // Mantine draws unticked boxes in this shade of its own.
  dark: { "--mantine-color-dark-6": "var(--paper)" },
});
