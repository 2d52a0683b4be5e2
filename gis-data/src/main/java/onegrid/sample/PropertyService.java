package onegrid.sample;

/** Who looks after a compound. */
public enum PropertyService {
  /** 物业企业: a company. */
  COMPANY,
  /** 物管会: the residents' own committee. */
  COMMITTEE,
  /** 无物业: nobody. */
  NONE
}
