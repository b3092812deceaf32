package lianqiao.privacy;

import lianqiao.base.Public;

/** Whose words a text is. It decides about what both may write: the telephone of an office is meant to be read, that of a home is not. */
public enum Speaker implements Public {
    /** A resident, or somebody who writes down what a resident says: every telephone counts as a person's. */
    RESIDENT,
    /** An office: landlines and addresses of government mailboxes are its own and stay; mobile numbers never do. */
    OFFICE
}
