/** The desk of the support agents. */
export {};
