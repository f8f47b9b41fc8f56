"""What each stage trains at each moment of it: level shares, group sizes, token budgets by job."""

# The last part of a stage, in which the rate falls to nothing; stage `start` keeps its rate.
FALL = {'own': 0.7, 'long': 0.55, 'careful': 0.8, 'large': 0.75, 'notes': 0.8, 'walk': 0.85, 'hone': 0.85, 'broad': 0.85}
STAGES = ['start', *FALL]
SMALL = {1: 2, 2: 3, 3: 3, 4: 3}
FEW = {1: 1, 2: 3, 3: 3, 4: 4, 5: 2, 6: 2, 8: 2}
MOST = {1: 2, 2: 3, 3: 3, 4: 4, 5: 4, 6: 4, 7: 4, 8: 8}
MANY = {**MOST, 12: 1, 16: 1}
WIDE = {1: 1, 2: 2, 3: 2, 4: 3, 5: 1, 6: 3, 7: 1, 8: 9, 10: 2, 12: 3, 14: 1, 16: 5}
ALL = {**MOST, 10: 1, 12: 1, 14: 1, 16: 2}


def curriculum(stage, f, own):
    """What is trained at the fraction `f` of a stage.

    `mix`: level shares; `sizes`: group size to its share; `own`: share of own rollouts among the
    groups, `ownNotes`: the same of the groups of notes, where they are trained; `missed`: share of groups
    that the model has combined wrongly, which are looked for while sampling; all else is the token
    budget of a job in one step.
    """
    if stage == 'notes':
        return notes(f, own)
    if stage == 'walk':
        part = {'mix': {'easy': 3, 'medium': 2, 'hard': 2, 'expert': 5, 'grandmaster': 4}, 'own': own,
                'ownNotes': own, 'sizes': MOST if f < 0.5 else MANY}
        if f < 0.2:
            return {**part, 'drill': 128, 'solve': 640, 'combine': 1536, 'choose': 256, 'judge': 256,
                    'note': 512, 'combineNotes': 768, 'chooseNote': 128, 'propose': 192,
                    'verdict': 8192}
        return {**part, 'drill': 256, 'solve': 1280, 'combine': 4096, 'choose': 384, 'judge': 384,
                'note': 1024, 'combineNotes': 1792, 'chooseNote': 256, 'propose': 384,
                'verdict': 2560}
    if stage == 'hone':
        return {'mix': {'easy': 2, 'medium': 2, 'hard': 3, 'expert': 7, 'grandmaster': 3}, 'own': own,
                'ownNotes': own, 'missed': 0.3, 'sizes': MOST if f < 0.5 else MANY,
                'drill': 256, 'solve': 1024, 'combine': 7168, 'choose': 256, 'judge': 256,
                'note': 640, 'combineNotes': 1024, 'chooseNote': 256, 'propose': 192, 'verdict': 1024}
    if stage == 'broad':
        # By examples, not by tokens, choose and judge are as many as combine: their texts are shorter.
        return {'mix': {'easy': 2, 'medium': 2, 'hard': 3, 'expert': 6, 'grandmaster': 4}, 'own': own,
                'ownNotes': own, 'missed': 0.2, 'sizes': WIDE,
                'drill': 2048, 'solve': 2048, 'combine': 4608, 'choose': 2560, 'judge': 1280,
                'note': 512, 'combineNotes': 896, 'chooseNote': 256, 'propose': 128, 'verdict': 640}
    if stage == 'careful':
        part = {'mix': {'easy': 1, 'medium': 1, 'hard': 2, 'expert': 4}, 'own': own,
                'sizes': MOST if f < 0.6 else MANY}
        if f < 0.02:
            return {**part, 'solve': 4096, 'combine': 6144, 'choose': 1024, 'judge': 1024,
                    'drill': 1024}
        return {**part, 'solve': 1280, 'combine': 10240, 'choose': 512, 'judge': 512, 'drill': 256}
    if stage == 'large':
        part = {'mix': {'easy': 1, 'medium': 1, 'hard': 2, 'expert': 2, 'grandmaster': 5}, 'own': own,
                'sizes': MOST if f < 0.6 else MANY, 'choose': 512, 'judge': 512}
        if f < 0.2:
            return {**part, 'solve': 4608, 'combine': 6144, 'drill': 1024}
        return {**part, 'solve': 1536, 'combine': 9728, 'drill': 384}
    if stage == 'long' and f < 0.3:
        return {'mix': {'easy': 1, 'medium': 2, 'hard': 3}, 'sizes': MOST, 'own': own,
                'solve': 6144, 'combine': 4096, 'drill': 1024}
    if stage == 'long':
        return {'mix': {'easy': 1, 'medium': 2, 'hard': 3}, 'sizes': MOST if f < 0.7 else ALL,
                'own': own, 'solve': 3072, 'combine': 8192, 'drill': 512}
    if stage == 'own' and f < 0.4:
        return {'mix': {'easy': 3, 'medium': 2}, 'sizes': FEW, 'own': own,
                'solve': 3072, 'combine': 5120, 'drill': 512}
    if stage == 'own':
        return {'mix': {'easy': 4, 'medium': 2}, 'sizes': ALL, 'own': own,
                'solve': 4096, 'combine': 5120, 'drill': 512}
    if f < 0.3:
        return {'mix': {'easy': 1}, 'sizes': SMALL, 'own': 0,
                'solve': 3072, 'combine': 2048, 'drill': 1024}
    if f < 0.7:
        return {'mix': {'easy': 3, 'medium': 2}, 'sizes': MOST, 'own': 0,
                'solve': 3072, 'combine': 3072, 'drill': 1024}
    return {'mix': {'easy': 3, 'medium': 3, 'hard': 1}, 'sizes': ALL, 'own': 0,
            'solve': 4096, 'combine': 4096, 'drill': 1024}


def notes(f, own):
    """Half of the tokens stay with maths, so that it is not lost. Own notes are combined only once
    there is something in them: a model that has seen no note writes none."""
    part = {'mix': {'easy': 3, 'medium': 2, 'hard': 2, 'expert': 4, 'grandmaster': 4}, 'own': own,
            'sizes': MOST if f < 0.6 else MANY, 'ownNotes': own if f >= 0.2 else 0, 'drill': 256}
    if f < 0.3:
        return {**part, 'solve': 2048, 'combine': 3584, 'choose': 256, 'judge': 256, 'note': 2560,
                'combineNotes': 1792, 'chooseNote': 384, 'propose': 512, 'verdict': 768}
    late = {'combine': 5120, 'verdict': 896} if f < 0.8 else {'combine': 4096, 'verdict': 2560}
    return {**part, **late, 'solve': 1280, 'choose': 384, 'judge': 384, 'note': 1280,
            'combineNotes': 2304, 'chooseNote': 512, 'propose': 384}


def rate(stage, f, step):
    """The factor on the learning rates at the fraction `f` of a stage."""
    warm = min(1.0, (step + 1) / 100)
    return warm if stage == 'start' else min(warm, max(0.0, 1.0 - f) / FALL[stage])
