"""British and American spellings of one word."""

from __future__ import annotations

import re
from functools import lru_cache

_STEMS = """
acknowledgement/acknowledgment aem/em aetiolog/etiolog afterwards/afterward ageing/aging aluminium/aluminum
amoeb/ameb anaesth/anesth analogue/analog analys/analyz apologis/apologiz artefact/artifact authoris/authoriz
behaviour/behavior caec/cec caesarean/cesarean caesium/cesium calibre/caliber cancelled/canceled
cancelling/canceling catalogue/catalog catalys/catalyz categoris/categoriz catheteris/catheteriz
cauteris/cauteriz centralis/centraliz centre/center centred/centered characteris/characteriz coeliac/celiac
colonis/coloniz colour/color counselled/counseled counselling/counseling counsellor/counselor criticis/criticiz
crystallis/crystalliz defence/defense dialys/dialyz dietician/dietitian emphasis/emphasiz endeavour/endeavor
enrolment/enrollment equalis/equaliz faec/fec favour/favor fertilis/fertiliz fibre/fiber flavour/flavor foet/fet
fulfilment/fulfillment generalis/generaliz goitre/goiter grey/gray gynaec/gynec harbour/harbor honour/honor
hospitalis/hospitaliz hydrolys/hydrolyz immunis/immuniz individualis/individualiz initialis/initializ
judgement/judgment labelled/labeled labelling/labeling labour/labor leuco/leuko licence/license litre/liter
localis/localiz manoeuvre/maneuver maximis/maximiz metabolis/metaboliz metastasis/metastasiz metre/meter
minimis/minimiz mobilis/mobiliz modelled/modeled modelling/modeling mould/mold neighbour/neighbor neurone/neuron
neutralis/neutraliz normalis/normaliz odour/odor oedema/edema oesoph/esoph oestr/estr optimis/optimiz
organis/organiz orientated/oriented paed/ped paralys/paralyz personalis/personaliz pnoea/pnea practis/practic
prioritis/prioritiz programme/program pulveris/pulveriz randomis/randomiz realis/realiz recognis/recogniz
rrhoe/rrhe rumour/rumor sceptic/skeptic sensitis/sensitiz signalled/signaled signalling/signaling
specialis/specializ stabilis/stabiliz standardis/standardiz sterilis/steriliz sulph/sulf summaris/summariz
symptomatis/symptomatiz synchronis/synchroniz synthesis/synthesiz theatre/theater titre/titer
tranquillis/tranquiliz tranquilliz/tranquiliz traumatis/traumatiz travelled/traveled travelling/traveling
tumour/tumor utilis/utiliz vaporis/vaporiz vapour/vapor vigour/vigor visualis/visualiz
"""
"""Stretches of words: British, then American. Each stands for all the words that have it."""

_AMERICAN = dict(pair.split("/", 1) for pair in _STEMS.split())
_BRITISH = re.compile("|".join(sorted(_AMERICAN, key=lambda stem: (-len(stem), stem))))


@lru_cache(maxsize=8192)
def in_one_spelling(word: str) -> str:
    """A word in small letters as an American writes it; one that both spell alike is left as it is."""
    return _BRITISH.sub(lambda found: _AMERICAN[found[0]], word)
