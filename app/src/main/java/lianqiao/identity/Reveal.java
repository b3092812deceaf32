package lianqiao.identity;

import java.time.Instant;

/** An officer opened a resident's contact, and what for. Kept for ever; the resident may read it. */
public record Reveal(ResidentId resident, String officer, String purpose, Instant at) {}
